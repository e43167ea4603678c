import { expect, test } from 'vitest';
import { daysFrom, moveDates } from './move-dates.ts';

test('every date moves by the same days, over months and leap years; nothing else is touched', () => {
  const days = daysFrom('2023-02-28', '2024-03-01');
  expect(moveDates({ on: '2023-02-28', rows: [{ at: '2023-12-31' }], code: '2023-02-28x', year: 2023 }, days)).toEqual({
    on: '2024-03-01',
    rows: [{ at: '2025-01-01' }],
    code: '2023-02-28x',
    year: 2023,
  });
});
