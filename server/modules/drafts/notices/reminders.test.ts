import { expect, test } from 'vitest';
import { reminderDue } from './reminders.ts';

const expiresAt = '2026-03-31T12:00:00.000Z';

test.each([
  ['2026-03-24T11:59:59.000Z', undefined],
  ['2026-03-24T12:00:00.000Z', 7],
  ['2026-03-30T11:59:59.000Z', 7],
  ['2026-03-30T12:00:00.000Z', 1],
  ['2026-03-31T11:59:59.000Z', 1],
  ['2026-03-31T12:00:00.000Z', undefined],
])('at %s the reminder of %s days before is due', (now, days) => expect(reminderDue(expiresAt, now)).toBe(days));
