import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import { systemClock } from '../../core/clock.ts';
import { StoreUnavailableError, type Store } from '../storage/store.ts';
import { createIdempotency } from './idempotency.ts';

let store: Store;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ store, remove } = await temporaryStore(systemClock));
});
afterAll(() => remove());

const request = { caller: 'ann', route: 'POST /things', body: { name: 'One' } };

test('what failed may be tried again under the same key', async () => {
  const { once } = createIdempotency(store, systemClock);
  const failing = () => Promise.reject(new Error('No'));
  await expect(once('key-that-failed', request, failing)).rejects.toThrow('No');
  expect(await once('key-that-failed', request, () => Promise.resolve({ status: 201 }))).toEqual({ status: 201 });
});

test('what was done is not done again though the store was away when its reply was to be kept', async () => {
  const away: Store = { ...store, patch: () => Promise.reject(new StoreUnavailableError('Away')) };
  let done = 0;
  const handle = () => Promise.resolve({ status: 201, body: { done: ++done } });
  expect(await createIdempotency(away, systemClock).once('key-of-one', request, handle)).toEqual({
    status: 201,
    body: { done: 1 },
  });
  await expect(createIdempotency(store, systemClock).once('key-of-one', request, handle)).rejects.toThrow();
  expect(done).toBe(1);
});
