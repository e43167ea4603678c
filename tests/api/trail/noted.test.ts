/** Whatever is changed is in the audit trail once, at its time, even where the trail could not be written when it was changed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brokenAt } from '../../../server/modules/audit/index.ts';
import type { AuditRecord } from '../../../server/platform/audit/entry.ts';
import { listOf } from '../../../server/platform/storage/every.ts';
import { StoreUnavailableError, type Store } from '../../../server/platform/storage/store.ts';
import { expectStatus } from '../../support/angling.ts';
import { act, send, startBank, toUser, type Bank } from '../../support/bank.ts';

let bank: Bank;
beforeAll(async () => {
  bank = await startBank();
});
afterAll(() => bank.portal.stop());

const entries = async (action: string, id: string): Promise<AuditRecord[]> =>
  listOf(bank.portal.store, 'audit', {
    filter: { 'subject.id': { eq: id }, action: { eq: action } },
    sort: { path: 'at', direction: 'asc' },
  });

/** Runs while entries of this action cannot be written into the trail. */
const withoutTrail = async <T>(action: string, run: () => Promise<T>): Promise<T> => {
  const { store } = bank.portal;
  const insertMany = store.insertMany.bind(store);
  const away: Store['insertMany'] = (collection, documents) =>
    documents.some((document) => 'action' in document && document.action === action)
      ? Promise.reject(new StoreUnavailableError('Away'))
      : insertMany(collection, documents);
  store.insertMany = away;
  try {
    return await run();
  } finally {
    store.insertMany = insertMany;
  }
};

/** What comes before a change is made, and the change, which gives the record that it is about. */
type Change = (at: Bank) => Promise<() => Promise<{ id: string }>>;

const changes: [string, Change][] = [
  ['task-sent', (at) => Promise.resolve(() => send(at, toUser(at.warden)))],
  [
    'task-retracted',
    async (at) => {
      const task = await send(at, toUser(at.warden));
      return async () => {
        expectStatus(await act(at.officer, task, 'retract', { comment: 'Not needed' }), 200);
        return task;
      };
    },
  ],
  [
    'case-pause-noted',
    (at) =>
      Promise.resolve(async () => {
        const pause = { from: '2026-07-01', to: '2026-07-02', reason: 'Holiday' };
        expectStatus(await at.officer.post(`/api/cases/${at.caseId}/pauses`, pause), 200);
        return { id: at.caseId };
      }),
  ],
  [
    'message-written',
    async (at) => {
      const task = await send(at, toUser(at.warden));
      return async () => {
        expectStatus(await at.warden.post(`/api/threads/task/${task.id}`, { text: 'When is it due?' }), 201);
        return task;
      };
    },
  ],
];

test.each(changes)('%s', async (action, prepare) => {
  const { portal } = bank;
  const change = await prepare(bank);
  const at = portal.clock.now().toISOString();
  const { id } = await withoutTrail(action, change);
  expect(await entries(action, id)).toEqual([]);

  portal.clock.forward({ minutes: 2 });
  await portal.services.relay.run();
  await portal.services.relay.run();
  expect(await entries(action, id)).toMatchObject([{ at }]);
  expect(await brokenAt(portal.store)).toBeUndefined();

  const straight = await prepare(bank);
  const again = await straight();
  expect(await entries(action, again.id)).toHaveLength(again.id === id ? 2 : 1);
});
