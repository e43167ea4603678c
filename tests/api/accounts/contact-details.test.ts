/** Whatever tells somebody of the council another person's email address or telephone number leaves an entry in the audit trail. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountRecord } from '../../../server/modules/accounts/accounts.ts';
import { listOf } from '../../../server/platform/storage/every.ts';
import { startJudge, type Judge } from '../../support/access/judge.ts';
import type { CallerName } from '../../support/access/people.ts';
import { accessTable } from '../../support/access/table.ts';
import type { Answer } from '../../support/client.ts';

let judge: Judge;
beforeAll(async () => {
  judge = await startJudge();
  const { store } = judge.cast.portal;
  for (const [index, { _id }] of (await accounts()).entries())
    await store.patch('accounts', { _id: { eq: _id } }, { set: { 'profile.phone': `01632 9601${index + 10}` } });
}, 300_000);
afterAll(() => judge.cast.stop());

const accounts = (): Promise<AccountRecord[]> =>
  listOf(judge.cast.portal.store, 'accounts', { filter: {}, sort: { path: '_id', direction: 'asc' } });

/** Routes that need no entry, and why. */
const reasons: Record<string, string> = {
  'GET /api/teams': 'tells only how to reach officers, who work for the council as the caller does',
};

const council: CallerName[] = ['officer', 'other', 'admin', 'key'];

/** Lists and reads that have no record in their path and so no row in the table. */
const more: Record<string, string> = { 'GET /api/council/recipients': '?q=heron' };

const callerId = (caller: CallerName): string => {
  const { people } = judge.cast;
  return people[caller === 'other' || caller === 'admin' ? caller : 'officer'].account._id;
};

/** Ids of other people of whom the answer tells an address or a number. */
const told = (answer: Answer, people: readonly AccountRecord[], caller: string): string[] => {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '');
  return people
    .filter(({ _id }) => _id !== caller)
    .filter(
      ({ email, profile }) => text.includes(email) || (profile.phone !== undefined && text.includes(profile.phone)),
    )
    .map(({ _id }) => _id);
};

test('every answer to the council that tells how to reach somebody leaves an entry, without personal data', async () => {
  const { store, services } = judge.cast.portal;
  const people = await accounts();
  const rows = new Set(accessTable.map(({ route }) => route));
  const rest = services.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes(':') && !rows.has(`GET ${path}`))
    .map(({ path }) => `GET ${path}`);
  const asks: { name: string; caller: CallerName; ask: () => Promise<Answer> }[] = [
    ...accessTable.flatMap((row) =>
      row.cells
        .filter(([caller, cell]) => council.includes(caller) && cell === 'yes')
        .map(([caller]) => ({ name: row.name, caller, ask: () => judge.answer(row, caller) })),
    ),
    ...rest.flatMap((name) =>
      council.map((caller) => ({
        name,
        caller,
        ask: () => judge.cast.as(caller, undefined).send('GET', `${name.slice(4)}${more[name] ?? ''}`),
      })),
    ),
  ];
  const silent: string[] = [];
  const tellers = new Set<string>();
  for (const { name, caller, ask } of asks) {
    const actor = callerId(caller);
    const noted = () => store.count('audit', { actor: { eq: actor } });
    const before = await noted();
    const answer = await ask();
    if (answer.status >= 300 || told(answer, people, actor).length === 0) continue;
    tellers.add(name);
    if ((await noted()) === before && reasons[name] === undefined) silent.push(`${name} as ${caller}`);
  }
  expect(silent).toEqual([]);
  // What is known to tell does: the sweep looks where something is.
  for (const name of ['GET /api/accounts', 'GET /api/groups', 'GET /api/groups/:id', 'GET /api/council/recipients'])
    expect([...tellers]).toContain(name);
  for (const name of Object.keys(reasons)) expect([...tellers]).toContain(name);

  const trail = await listOf(store, 'audit', { filter: {}, sort: { path: 'at', direction: 'asc' } });
  const written = JSON.stringify(trail);
  for (const { email, profile } of people) {
    expect(written).not.toContain(email);
    expect(written).not.toContain(profile.phone);
  }
}, 900_000);
