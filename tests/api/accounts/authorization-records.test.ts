/** Role × relation × route: what everybody may do with every record, held against one table. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJudge, type Judge } from '../../support/access/judge.ts';
import { requests } from '../../support/access/requests.ts';
import { accessTable, nobodysRecords } from '../../support/access/table.ts';

let judge: Judge;
beforeAll(async () => {
  judge = await startJudge();
});
afterAll(() => judge.cast.stop());

test('every route that has a record in its path stands in the table, and nothing else does', () => {
  const routes = judge.cast.portal.services.routes.map(({ method, path }) => `${method} ${path}`);
  const rows = accessTable.map(({ route }) => route);
  const named = routes.filter((route) => route.includes(':') && !nobodysRecords.includes(route));
  expect(named.filter((route) => !rows.includes(route))).toEqual([]);
  expect([...rows, ...nobodysRecords].filter((row) => !routes.includes(row))).toEqual([]);
  expect(accessTable.map(({ name }) => name).sort()).toEqual(Object.keys(requests).sort());
});

test('everybody may do what the table says and nothing else', async () => {
  expect(await judge.differences(accessTable)).toEqual([]);
}, 900_000);
