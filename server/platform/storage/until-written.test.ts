import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import { systemClock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import { asProblem } from '../http/frame.ts';
import type { Store } from './store.ts';
import { overtaken, OvertakenError, untilWritten } from './until-written.ts';

let store: Store;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ store, remove } = await temporaryStore(systemClock));
});
afterAll(() => remove());

test('fifty who change one document at once all come through, and nothing of any is lost', async () => {
  await store.insert('limits', { _id: 'one', count: 0, expiresAt: '2026-01-01T00:00:00.000Z', effects: [] });
  const written = await Promise.all(
    Array.from({ length: 50 }, () =>
      untilWritten('limits', async () => {
        const found = await store.get('limits', 'one');
        if (found === undefined) throw problem('not-found');
        return (await store.replace('limits', { ...found, count: found.count + 1 })) ?? overtaken;
      }),
    ),
  );
  const counts = written.map(({ count }) => count).toSorted((one, other) => one - other);
  expect(counts).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  expect(await store.get('limits', 'one')).toMatchObject({ count: 50, revision: 51 });
});

test('who is overtaken every time stops after 40 tries, with pauses between the later ones, and is told to try again', async () => {
  let tries = 0;
  const pauses: number[] = [];
  const attempt = () => {
    tries += 1;
    return Promise.resolve(overtaken);
  };
  const pause = (ms: number) => {
    pauses.push(ms);
    return Promise.resolve();
  };
  const error: unknown = await untilWritten('tasks', attempt, pause).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OvertakenError);
  expect(String(error)).toContain('of tasks');
  expect(asProblem(error)).toMatchObject({ code: 'unavailable', extras: { retryAfter: 30 } });
  expect(tries).toBe(40);
  // None after the first two tries, none after the last.
  expect(pauses).toHaveLength(37);
  pauses.forEach((ms, index) => {
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(ms).toBeLessThanOrEqual(Math.min(5 * 2 ** index, 250));
  });
});

test('what a try throws is thrown, and what it gives is given, undefined too', async () => {
  let tries = 0;
  const refused = untilWritten('tasks', () => {
    tries += 1;
    return tries < 3 ? Promise.resolve(overtaken) : Promise.reject(problem('task-refused'));
  });
  await expect(refused).rejects.toMatchObject({ code: 'task-refused' });
  expect(tries).toBe(3);
  await expect(untilWritten('tasks', () => Promise.resolve(undefined))).resolves.toBeUndefined();
});
