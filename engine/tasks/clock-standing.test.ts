import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter } from '../text/ahead.ts';
import type { ClockEvent, ClockException, ClockRule } from './clock-rule.ts';
import { readClock } from './clock-standing.ts';
import { clockWords } from './clock-words.ts';
import type { WorkCalendar } from './days.ts';

const calendar: WorkCalendar = { holidays: ['2026-08-31', '2026-12-25', '2026-12-28', '2027-01-01'], terms: [] };

const rule = (parts: Partial<ClockRule>): ClockRule => ({
  id: 'decide',
  label: 'Decide',
  from: ['asked'],
  length: 'P6W',
  metBy: ['decided'],
  ...parts,
});

type Happened = [name: string, on: string, about?: string];

const eventsOf = (happened: readonly Happened[]): ClockEvent[] =>
  happened.map(([name, on, about], index) => ({
    id: String(index),
    name,
    on,
    ...(about === undefined ? {} : { about }),
  }));

const readAll = (
  parts: Partial<ClockRule>,
  happened: readonly Happened[],
  today: string,
  more: { exceptions?: ClockException[]; born?: string } = {},
) =>
  readClock(rule(parts), { events: eventsOf(happened), exceptions: [], ...more }, today, calendar).map((standing) => ({
    ...standing,
    words: clockWords(rule(parts), standing),
  }));

const read = (...given: Parameters<typeof readAll>) => readAll(...given)[0];

test('a clock tells the days gone and left, and lateness in words', () => {
  const on = (today: string) => read({}, [['asked', '2026-01-14']], today);
  expect(on('2026-01-14')).toMatchObject({
    due: '2026-02-25',
    gone: 0,
    left: 42,
    state: 'running',
    words: '42 days left',
  });
  expect(on('2026-02-22')).toMatchObject({ gone: 39, left: 3, state: 'soon', words: '3 days left' });
  expect(on('2026-03-02')).toMatchObject({ gone: 47, left: -5, state: 'late', words: '5 days late' });
  expect(on('2026-01-01')).toMatchObject({ due: '2026-02-25', gone: 0, left: 42 });
});

test('late by days that are not counted is late all the same, and not by none', () => {
  const on = (today: string, parts: Partial<ClockRule> = {}, ...more: Happened[]) =>
    read({ length: 'P5D', days: 'working', ...parts }, [['asked', '2026-03-06'], ...more], today, {
      exceptions: [{ from: '2026-03-06', reason: 'Closed' }],
    });
  expect(on('2026-03-14')).toMatchObject({ due: '2026-03-13', state: 'late', words: 'late' });
  expect(on('2026-03-16')?.words).toBe('1 working day late');
  expect(on('2026-03-20', {}, ['decided', '2026-03-14'])?.words).toBe('met on 14-Mar-2026, late');
  expect(on('2026-03-20', {}, ['decided', '2026-03-13'])?.words).toBe('met on 13-Mar-2026');
  expect(on('2026-03-14', { pausable: true })?.words).toBe('over, with an exception');
  expect(on('2026-03-14', { notBefore: true })).toMatchObject({ state: 'over', words: 'the time is over' });
});

const review: Partial<ClockRule> = {
  from: ['finalPlan', 'noChange'],
  length: 'P12M',
  firstDayCounts: true,
  metBy: ['noChange'],
};

test('a review is over with the decision, within 12 months starting with the plan', () => {
  const happened: Happened[] = [
    ['finalPlan', '2025-03-01'],
    ['meeting', '2026-02-27'],
  ];
  expect(read(review, happened, '2026-03-01')).toMatchObject({ due: '2026-02-28', state: 'late', words: '1 day late' });
  const decided: Happened[] = [...happened, ['noChange', '2026-03-27']];
  expect(read({ ...review, from: ['finalPlan'] }, decided, '2026-04-01')?.words).toBe(
    'met on 27-Mar-2026, 27 days late',
  );
  expect(read(review, decided, '2026-04-01')).toMatchObject({ startedOn: '2026-03-27', due: '2027-03-26' });
});

test('a transfer that is noted late is late, this year and not the next', () => {
  const transfer = { length: '--02-15', before: true, yearBegins: '--09-01', warn: 'P12W' };
  const on = (noted: string, today: string) => read(transfer, [['asked', noted]], today);
  expect(on('2025-10-01', '2025-11-21')).toMatchObject({ due: '2026-02-14', state: 'running' });
  expect(on('2025-10-01', '2025-11-22')).toMatchObject({ state: 'soon', soonOn: '2025-11-22' });
  expect(on('2026-02-15', '2026-02-15')).toMatchObject({ due: '2026-02-14', state: 'late', words: '1 day late' });
});

const draft: Partial<ClockRule> = { length: 'P15D', firstDayCounts: true, notBefore: true, metBy: ['finalPlan'] };

test('a final plan on day 4 of the family’s 15 is too soon, and one after them is not', () => {
  const on = (today: string, ...more: Happened[]) => read(draft, [['asked', '2026-03-02'], ...more], today);
  expect(on('2026-03-05')).toMatchObject({
    due: '2026-03-16',
    state: 'waiting',
    words: '11 days left of the time given',
  });
  expect(on('2026-03-16')).toMatchObject({ state: 'waiting', words: 'last day of the time given' });
  expect(on('2026-03-17')).toMatchObject({ state: 'over', words: 'the time was over 1 day ago' });
  expect(on('2026-04-01', ['finalPlan', '2026-03-05'])).toMatchObject({
    state: 'early',
    words: 'done on 05-Mar-2026, 12 days too soon',
  });
  expect(on('2026-04-01', ['finalPlan', '2026-03-16'])?.words).toBe('done on 16-Mar-2026, 1 day too soon');
  expect(on('2026-04-01', ['finalPlan', '2026-03-17'])?.words).toBe('done on 17-Mar-2026, when the time was over');
});

const appeal: Partial<ClockRule> = {
  length: 'P2M',
  notBefore: true,
  metBy: ['ended'],
  laterOf: [{ from: ['certificate'], length: 'P1M' }],
  movedOver: [
    { from: '--12-25', to: '--01-01' },
    { from: '--08-01', to: '--08-31' },
  ],
  endsOnWorkingDay: true,
  held: { by: ['appealed'], until: ['determined'], words: 'while an appeal goes on' },
};

test.each<[string, Happened[], string]>([
  ['two months from the decision', [['asked', '2026-03-05']], '2026-05-05'],
  ['not on a Saturday', [['asked', '2026-03-09']], '2026-05-11'],
  [
    'a certificate whose month ends earlier changes nothing',
    [
      ['asked', '2026-03-05'],
      ['certificate', '2026-03-20'],
    ],
    '2026-05-05',
  ],
  [
    'a month from the certificate, where that is later',
    [
      ['asked', '2026-03-05'],
      ['certificate', '2026-04-20'],
    ],
    '2026-05-20',
  ],
  [
    'moved over Christmas',
    [
      ['asked', '2026-10-01'],
      ['certificate', '2026-11-29'],
    ],
    '2027-01-04',
  ],
  ['moved over August', [['asked', '2026-06-10']], '2026-09-01'],
])('the time to appeal: %s', (_, happened, due) => {
  expect(read(appeal, happened, '2026-03-10')?.due).toBe(due);
});

test('a plan is kept while an appeal goes on, and ends with it', () => {
  const appealed: Happened[] = [
    ['asked', '2026-03-05'],
    ['appealed', '2026-04-01'],
  ];
  expect(read(appeal, appealed, '2026-04-20')).toMatchObject({ due: '2026-05-05', state: 'waiting' });
  expect(read(appeal, appealed, '2026-09-20')).toMatchObject({
    due: '2026-09-20',
    state: 'waiting',
    words: 'while an appeal goes on',
  });
  expect(read(appeal, [...appealed, ['ended', '2026-06-01']], '2026-09-20')).toMatchObject({ state: 'early' });
  const determined: Happened[] = [...appealed, ['determined', '2026-09-14']];
  expect(read(appeal, determined, '2026-09-20')).toMatchObject({ state: 'over' });
  expect(read(appeal, [...determined, ['ended', '2026-09-14']], '2026-09-20')).toMatchObject({ state: 'met' });
});

const closed: ClockException = {
  from: '2026-02-01',
  to: '2026-03-10',
  reason: 'Closed for building works',
  code: 'school',
};
const lifting: Partial<ClockRule> = { exceptions: ['school'] };

test('an exception moves no day: it lifts the duty while it holds, or until the council’s own target', () => {
  const on = (today: string, exception: ClockException) =>
    read(lifting, [['asked', '2026-01-14']], today, { exceptions: [exception] });
  expect(on('2026-02-20', closed)).toMatchObject({ due: '2026-02-25', state: 'soon', exception: closed });
  expect(on('2026-03-10', closed)).toMatchObject({ due: '2026-02-25', state: 'excepted' });
  expect(on('2026-03-10', closed)?.words).toBe('13 days over, with an exception');
  expect(on('2026-03-11', closed)).toMatchObject({ state: 'late', words: '14 days late' });
  const aimed = { ...closed, target: '2026-03-20' };
  expect(on('2026-03-20', aimed)?.words).toBe('23 days over, with an exception, own target 20-Mar-2026');
  expect(on('2026-03-21', aimed)?.state).toBe('late');
  const { to: _, ...open } = closed;
  expect(on('2026-09-01', open)?.state).toBe('excepted');
  expect(on('2026-03-01', { ...open, target: '2026-02-27' })?.state).toBe('late');
});

test('an exception counts by its code, and only where it held while the time ran', () => {
  const on = (parts: Partial<ClockRule>, exception: ClockException) =>
    read(parts, [['asked', '2026-01-14']], '2026-03-05', { exceptions: [exception] })?.state;
  const { code: _, ...uncoded } = closed;
  expect(on(lifting, { ...closed, code: 'away' })).toBe('late');
  expect(on(lifting, uncoded)).toBe('excepted');
  expect(on({ pausable: true }, closed)).toBe('excepted');
  expect(on({}, uncoded)).toBe('late');
  expect(on(lifting, { ...closed, from: '2026-02-26' })).toBe('late');
  expect(on(lifting, { ...closed, from: '2025-12-01', to: '2026-01-13', target: '2026-04-01' })).toBe('late');
});

const each: Partial<ClockRule> = { each: true, length: 'P15D' };

test('each school that is asked has its own clock, met by its own answer', () => {
  const happened: Happened[] = [
    ['asked', '2026-03-02', 'Hill School'],
    ['asked', '2026-03-09', 'Mill School'],
    ['decided', '2026-03-12', 'hill school'],
  ];
  expect(readAll(each, happened, '2026-03-20').map(({ about, due, state }) => [about, due, state])).toEqual([
    ['Hill School', '2026-03-17', 'met'],
    ['Mill School', '2026-03-24', 'soon'],
  ]);
});

test('an answer without a name meets all, and one with a name that was not asked meets the one without', () => {
  const named: Happened[] = [
    ['asked', '2026-03-02', 'Hill School'],
    ['asked', '2026-03-02', 'Mill School'],
  ];
  expect(readAll(each, [...named, ['decided', '2026-03-05']], '2026-03-20').map(({ state }) => state)).toEqual([
    'met',
    'met',
  ]);
  expect(
    readAll(
      each,
      [
        ['asked', '2026-03-02'],
        ['decided', '2026-03-05', 'Hill School'],
      ],
      '2026-03-20',
    ),
  ).toMatchObject([{ state: 'met' }]);
});

test('what is counted back is met by what was done before the day it is counted from', () => {
  const notice: Partial<ClockRule> = { from: ['meeting'], length: 'P2W', countedBack: true, metBy: ['invited'] };
  const on = (today: string, ...happened: Happened[]) => read(notice, [['meeting', '2026-05-20'], ...happened], today);
  expect(on('2026-05-01')).toMatchObject({ due: '2026-05-06', left: 5, state: 'soon' });
  expect(on('2026-05-07')).toMatchObject({ state: 'late' });
  expect(on('2026-05-21', ['invited', '2026-04-30'])?.words).toBe('met on 30-Apr-2026');
  expect(on('2026-05-21', ['invited', '2026-05-08'])?.words).toBe('met on 08-May-2026, 2 days late');
  expect(on('2026-05-01', ['invited', '2025-04-30'])?.state).toBe('soon');
  expect(on('2026-05-01', ['meeting', '2025-05-20'], ['invited', '2025-05-19'])?.state).toBe('soon');
});

test('asked again it runs from the later day only where the rule says so', () => {
  const twice: Happened[] = [
    ['asked', '2026-01-05'],
    ['asked', '2026-01-20'],
    ['decided', '2026-02-10'],
  ];
  expect(read({}, twice, '2026-03-01')).toMatchObject({ startedOn: '2026-01-05', metOn: '2026-02-10' });
  expect(read({ restarts: true }, twice, '2026-03-01')).toMatchObject({ startedOn: '2026-01-20', metOn: '2026-02-10' });
  expect(read({ restarts: true }, twice.slice(0, 2), '2026-03-01')).toMatchObject({ startedOn: '2026-01-20' });
});

test('what is planned for a later day has met nothing yet', () => {
  const planned: Happened[] = [
    ['asked', '2026-01-05'],
    ['decided', '2026-02-01'],
  ];
  expect(read({}, planned, '2026-01-31')?.state).toBe('running');
  expect(read({}, planned, '2026-02-01')?.state).toBe('met');
});

test('what is for those under an age ends with the birthday', () => {
  const young = { underAge: 5, length: 'P6M', warn: 'P3M' };
  const on = (asked: string, today: string, born?: string) =>
    read(young, [['asked', asked]], today, born === undefined ? {} : { born });
  expect(on('2026-01-05', '2026-04-05', '2022-04-10')).toMatchObject({
    due: '2026-07-05',
    state: 'soon',
    soonOn: '2026-04-05',
  });
  expect(on('2026-01-05', '2026-04-10', '2021-04-10')).toMatchObject({ state: 'ended', endedOn: '2026-04-10' });
  expect(on('2026-01-05', '2026-04-09', '2021-04-10')).toMatchObject({ state: 'soon' });
  expect(on('2026-04-10', '2026-05-01', '2021-04-10')).toBeUndefined();
  expect(on('2026-01-05', '2026-02-01')).toBeUndefined();
  expect(on('2025-02-27', '2025-02-28', '2020-02-29')).toMatchObject({ state: 'running' });
  expect(on('2025-02-27', '2025-03-01', '2020-02-29')).toMatchObject({ state: 'ended' });
});

const someDay = fc.integer({ min: 0, max: 500 }).map((days) => daysAfter('2026-01-01', days) ?? '');
const someException = fc
  .tuple(someDay, fc.integer({ min: 0, max: 60 }), fc.boolean())
  .map(([from, days, aimed]): ClockException => {
    const to = daysAfter(from, days) ?? from;
    return { from, to, reason: 'Closed', code: 'school', ...(aimed ? { target: daysAfter(to, 9) ?? to } : {}) };
  });

test('whatever exceptions there are, the last day is the law’s, and gone and left are the whole', () => {
  fc.assert(
    fc.property(someDay, fc.array(someException, { maxLength: 3 }), someDay, (asked, exceptions, today) => {
      const plain = read(lifting, [['asked', asked]], today);
      const found = read(lifting, [['asked', asked]], today, { exceptions });
      expect(found?.due).toBe(daysAfter(asked, 42));
      expect(found).toMatchObject({ due: plain?.due, gone: plain?.gone, left: plain?.left });
      expect((found?.gone ?? 0) + (found?.left ?? 0)).toBe(42);
      if (plain?.state !== 'late') expect(found?.state).toBe(plain?.state);
      else expect(['late', 'excepted']).toContain(found?.state);
    }),
    { numRuns: 300 },
  );
});

/** The rule of the time to appeal, said once more: day by day, the first day on which no time is left and that is worked. */
const slowAppeal = (decided: string, certified: string): string => {
  const same = (day: string, months: number): string => {
    let date = day;
    for (let more = 0; more < months; more += 1) {
      const wanted = Number(day.slice(8));
      const month = new Date(`${date.slice(0, 7)}-15T00:00:00Z`);
      month.setUTCMonth(month.getUTCMonth() + 2, 0);
      date = `${month.toISOString().slice(0, 8)}${String(Math.min(wanted, month.getUTCDate())).padStart(2, '0')}`;
    }
    return date;
  };
  const [own, other] = [same(decided, 2), same(certified, 1)];
  let day = own > other ? own : other;
  const within = (): boolean => day.slice(5, 7) === '08' || day.slice(5) >= '12-25' || day.slice(5) === '01-01';
  const idle = (): boolean =>
    [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) || calendar.holidays.includes(day);
  while (within() || idle()) day = daysAfter(day, 1) ?? '';
  return day;
};

test('the time to appeal is that of a count day by day', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 60 }), (decided, later) => {
      const certified = daysAfter(decided, later) ?? '';
      const found = read(
        appeal,
        [
          ['asked', decided],
          ['certificate', certified],
        ],
        decided,
      );
      expect(found?.due).toBe(slowAppeal(decided, certified));
    }),
    { numRuns: 300 },
  );
});
