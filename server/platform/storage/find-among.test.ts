import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import { systemClock } from '../../core/clock.ts';
import { countAmong, findAmong } from './find-among.ts';
import type { Store } from './store.ts';
import { insertPart } from '../../../tests/support/servers/part-of.ts';

let store: Store;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ store, remove } = await temporaryStore(systemClock));
});
afterAll(() => remove());

const names = ['north', 'south', 'central', 'empty'];
const rows = fc.array(
  fc.record(
    { team: fc.constantFrom('north', 'south', 'central'), dueOn: fc.constantFrom('2026-01-01', '2026-01-02', 'ü') },
    { requiredKeys: ['team'] },
  ),
  { maxLength: 40 },
);

let run = 0;

test('read page by page, the lists of several teams are one list in one order, and nothing is read twice or left out', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom<'asc' | 'desc'>('asc', 'desc'),
      async (given, limit, direction) => {
        run += 1;
        // Each run has teams of its own in the one store.
        const mine = names.map((name) => `${name} ${run}`);
        await Promise.all(
          given.map(({ team, ...rest }, index) =>
            insertPart(store, 'clocks', { _id: `row-${run}-${index}`, team: `${team} ${run}`, ...rest }),
          ),
        );
        const sort = { path: 'dueOn', direction };
        const page = (size: number, after?: string) =>
          findAmong(store, 'clocks', 'team', mine, {
            filter: {},
            sort,
            limit: size,
            ...(after === undefined ? {} : { after }),
          });
        const whole = await store.find('clocks', { filter: { team: { in: mine } }, sort, limit: 500 });
        const read: string[] = [];
        let after: string | undefined;
        do {
          const { items, next } = await page(limit, after);
          expect(next === undefined || items.length === limit).toBe(true);
          read.push(...items.map(({ _id }) => _id));
          after = next;
        } while (after !== undefined);
        expect(read).toEqual(whole.items.map(({ _id }) => _id));
        expect(await countAmong(store, 'clocks', 'team', mine, {})).toBe(read.length);
        const first = { dueOn: { eq: '2026-01-01' } };
        expect(await countAmong(store, 'clocks', 'team', mine, first)).toBe(
          whole.items.filter(({ dueOn }) => dueOn === '2026-01-01').length,
        );
      },
    ),
    { numRuns: 60 },
  );
});
