/** Of two who remove one record, each is told whether it was theirs to remove. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testClock, type TestClock } from '../../../tests/support/portal.ts';
import { insertPart } from '../../../tests/support/servers/part-of.ts';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import { auditKey, createAudit } from '../../modules/audit/index.ts';
import { listOf } from '../storage/every.ts';
import { StoreUnavailableError, type Store } from '../storage/store.ts';
import { noteEffect } from './pending.ts';
import { removeNoted } from './removal.ts';

const key = auditKey('a secret of more than 32 characters');
let store: Store;
let remove: () => Promise<void>;
let clock: TestClock;
beforeEach(async () => {
  clock = testClock();
  ({ store, remove } = await temporaryStore(clock));
});
afterEach(() => remove());

const removing = async (actor: string, of: Store = store): Promise<boolean> => {
  const document = (await store.get('people', 'one')) ?? { _id: 'one', createdAt: '' };
  const noted = noteEffect({ actor, action: 'person-forgotten', subject: { kind: 'person', id: 'one' } }, clock.now());
  const parts = { store: of, clock, audit: createAudit(of, clock, key) };
  return removeNoted(parts, { collection: 'people', documents: [document] }, noted);
};
const actors = async () =>
  (await listOf(store, 'audit', { filter: {}, sort: { path: 'at', direction: 'asc' } })).map(({ actor }) => actor);

test.each([
  ['who began it finishes it', 'ada', true],
  ['somebody else finishes it for whoever began it', 'bert', false],
])('%s', async (_, second, isTheirs) => {
  await insertPart(store, 'people', { _id: 'one' });
  const dying: Store = { ...store, findOne: () => Promise.reject(new StoreUnavailableError('Away')) };
  await expect(removing('ada', dying)).rejects.toThrow(StoreUnavailableError);
  expect(await removing(second)).toBe(isTheirs);
  expect([await store.get('people', 'one'), await actors()]).toEqual([undefined, ['ada']]);
});

test('one that was made again under the same name does not count as removed with the first', async () => {
  await insertPart(store, 'people', { _id: 'one' });
  const dying: Store = { ...store, insertMany: () => Promise.reject(new StoreUnavailableError('Away')) };
  expect(await removing('ada', dying)).toBe(true);
  clock.forward({ minutes: 1 });
  await insertPart(store, 'people', { _id: 'one' });
  expect([await removing('ada'), await removing('ada')]).toEqual([false, true]);
  expect([await store.get('people', 'one'), await actors()]).toEqual([undefined, ['ada', 'ada']]);
});
