import { expect, test } from 'vitest';
import { testClock } from '../../../tests/support/portal.ts';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import { createLimits, judge, type LimitState } from './limits.ts';

const rule = { name: 'test', free: 3, wait: 60, longest: 200, forget: 600 };

test('waits begin after the free tries, double, and stop growing at the longest', () => {
  const clock = testClock();
  let state: LimitState | undefined;
  const waits: number[] = [];
  for (let count = 0; count < 6; count += 1) {
    const verdict = judge(state, rule, clock.now());
    if (!verdict.allowed) {
      waits.push(verdict.retryAfter);
      clock.forward({ seconds: verdict.retryAfter });
      count -= 1;
    } else state = verdict.next;
  }
  expect(waits).toEqual([60, 120, 200]);
});

test('a quiet time makes everything forgotten', () => {
  const clock = testClock();
  const blocked = { count: 9, blockedUntil: clock.now().toISOString(), expiresAt: clock.now().toISOString() };
  expect(judge(blocked, rule, clock.now())).toMatchObject({ allowed: true, next: { count: 1 } });
});

test('tries at the same moment are counted one by one, and the subject is not stored in clear', async () => {
  const clock = testClock();
  const { store, remove } = await temporaryStore(clock);
  try {
    const limits = createLimits(store, clock, 'k'.repeat(32), () => undefined);
    const tries = await Promise.allSettled(Array.from({ length: 25 }, () => limits.take(rule, 'ada@example.org')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const sort = { path: 'expiresAt', direction: 'asc' } as const;
    const stored = await store.find('limits', { filter: {}, sort, limit: 10 });
    expect(JSON.stringify(stored.items)).not.toContain('ada@');
    await limits.clear(rule, 'ada@example.org');
    await limits.take(rule, 'ada@example.org');
  } finally {
    await remove();
  }
});
