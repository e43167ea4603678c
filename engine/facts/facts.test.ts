import { expect, test } from 'vitest';
import { factFunction, factFunctions, type FactValue } from './index.ts';

const call = (id: string, args: Record<string, FactValue>): FactValue => factFunction(id)?.evaluate(args);

test.each<[string, Record<string, FactValue>, FactValue]>([
  ['addTime', { date: '2026-01-31', months: 1 }, '2026-02-28'],
  ['addTime', { date: '2024-02-29', months: 12 }, '2025-02-28'],
  ['addTime', { date: '2026-03-15', months: -3 }, '2025-12-15'],
  ['addTime', { date: '2026-12-28', weeks: 1, days: 1 }, '2027-01-05'],
  ['addTime', { date: '2026-01-31', months: 1, days: 1 }, '2026-03-01'],
  ['addTime', { date: '9999-12-01', months: 12 }, undefined],
  ['addTime', { date: '2026-01-31', months: 1.5 }, undefined],
  ['addTime', { date: '2026-01-31', months: '2' }, undefined],
  ['ageInWords', { date: '2022-08-20', on: '2026-11-24' }, '4 years 3 months'],
  ['ageInWords', { date: '2026-12-01', on: '2026-11-24' }, undefined],
  ['hoursBetween', { from: '09:30', to: '12:45' }, 3.25],
  ['hoursBetween', { from: '12:45', to: '09:30' }, undefined],
  ['hoursBetween', { from: '9.30', to: '12:45' }, undefined],
  ['hoursBetween', { from: ['08:00', null, '09:00'], to: ['08:20', '10:00', '12:00'] }, [0.333333, null, 3]],
  ['lastWeekday', { weekday: 'Friday', month: 'June', onOrAfter: '2025-08-31' }, '2026-06-26'],
  ['lastWeekday', { weekday: 'Friday', month: 'June', onOrAfter: '2026-06-26' }, '2026-06-26'],
  ['lastWeekday', { weekday: 'Friday', month: 'June', onOrAfter: '2026-06-27' }, '2027-06-25'],
  ['lastWeekday', { weekday: 'Monday', month: 'February', onOrAfter: '2024-01-01' }, '2024-02-26'],
  ['lastWeekday', { weekday: 'Freitag', month: 'June', onOrAfter: '2026-06-27' }, undefined],
  ['mentions', { of: 'Seen by the Head-Teacher  twice', text: 'head teacher' }, true],
  ['mentions', { of: 'headteachers', text: ['head', 'headteacher'] }, false],
  ['mentions', { of: ['a', null, 'as needed.'], text: ['regular', 'as needed'] }, true],
  ['mentions', { of: undefined, text: 'a' }, false],
  ['missingIn', { of: ['a', 'b', 'b', 'c'], among: ['c', null, 'a'] }, ['b']],
  ['missingIn', { of: ['a'], among: undefined }, ['a']],
  ['missingIn', { of: undefined, among: ['a'] }, []],
  ['nameAmong', { name: ' EP  report', of: ['Letter', 'ep_report.pdf'] }, true],
  ['nameAmong', { name: 'Ann', of: ['Joanna'] }, false],
  ['nameAmong', { name: '…', of: ['…'] }, false],
  ['nameAmong', { name: undefined, of: ['x'] }, undefined],
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
