import { expect, test } from 'vitest';
import { factFunction, factFunctions, type FactValue } from './index.ts';

const call = (id: string, args: Record<string, FactValue>): FactValue => factFunction(id)?.evaluate(args);

test.each<[string, Record<string, FactValue>, FactValue]>([
  ['ageOn', { date: '2015-08-31', on: '2026-08-30' }, 10],
  ['ageOn', { date: '2015-08-31', on: '2026-08-31' }, 11],
  ['ageOn', { date: '2012-02-29', on: '2025-02-28' }, 12],
  ['ageOn', { date: '2012-02-29', on: '2025-03-01' }, 13],
  ['ageOn', { date: '2027-01-01', on: '2026-01-01' }, undefined],
  ['ageOn', { date: 'soon', on: '2026-01-01' }, undefined],
  ['compare', { left: '2026-01-02', right: '2026-01-10' }, 'before'],
  ['compare', { left: 10, right: 9 }, 'after'],
  ['compare', { left: '10', right: 9 }, undefined],
  ['count', { of: ['a', null, 'b'] }, 2],
  ['count', { of: undefined }, 0],
  ['countWhere', { of: [{ a: 1 }, { a: 2 }, { a: 1 }, null], field: 'a', equals: 1 }, 2],
  ['daysBetween', { from: '2024-02-28', to: '2024-03-01' }, 2],
  ['daysBetween', { from: '2024-03-01', to: '2024-02-28' }, -2],
  ['differ', { left: 'a', right: 'b' }, true],
  ['differ', { left: ['a'], right: ['a'] }, false],
  ['differ', { left: 'a', right: undefined }, undefined],
  ['includes', { of: ['a', 'b'], value: 'b' }, true],
  ['includes', { of: undefined, value: 'b' }, false],
  ['isWeekday', { date: '2026-11-27' }, true],
  ['isWeekday', { date: '2026-11-28' }, false],
  ['lookup', { of: 4, map: { 4: 'R' } }, 'R'],
  ['lookup', { of: 'toString', map: {} }, undefined],
  [
    'maxYearSum',
    { of: [4000, 3000, 2500, 9], dates: ['2025-03-31', '2025-04-01', '2026-03-31', null], yearStarts: '04-01' },
    5500,
  ],
  ['maxYearSum', { of: [1], dates: [null], yearStarts: '04-01' }, undefined],
  ['monthsBetween', { from: '2026-01-31', to: '2026-02-28' }, 0],
  ['monthsBetween', { from: '2026-03-15', to: '2026-01-15' }, -2],
  ['shares', { left: 'a', right: ['b', 'a'] }, true],
  ['shares', { left: ['a', null], right: ['b', null] }, false],
  ['shares', { left: undefined, right: undefined }, false],
  ['sum', { of: [0.1, 0.2, null] }, 0.3],
  ['sum', { of: [null] }, undefined],
  ['value', { of: 'x' }, 'x'],
])('%s of %j is %j', (id, args, expected) => expect(call(id, args)).toEqual(expected));

test('no function throws, whatever it is given', () => {
  const odd: FactValue[] = [undefined, null, '', 'x', -1, true, [], [null], [{}], {}, '2026-02-30'];
  for (const { id, arguments: named } of factFunctions)
    for (const one of odd)
      for (const other of odd) {
        const args = Object.fromEntries(Object.keys(named).map((name, index) => [name, index % 2 ? one : other]));
        expect(() => call(id, args)).not.toThrow();
      }
});
