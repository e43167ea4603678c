import { expect, test } from 'vitest';
import type { CaseEventRecord } from '../documents.ts';
import type { CaseClock, CaseDescription } from '../settings-shape.ts';
import { clocksOf } from './clocks.ts';

const clock = (parts: Partial<CaseClock>): CaseClock => ({
  id: 'decide',
  label: 'Decide',
  from: ['asked'],
  length: 'P6W',
  metBy: ['decided'],
  ...parts,
});

const description = (...clocks: CaseClock[]): CaseDescription => ({
  subject: 'Angler',
  as: 'angler',
  identifiers: [],
  fields: [],
  events: ['asked', 'decided', 'withdrawn'].map((name) => ({ name, label: `It was ${name}` })),
  clocks,
});

const happened = (...events: [name: string, on: string][]): CaseEventRecord[] =>
  events.map(([name, on], index) => ({ id: String(index), name, on, by: { id: 'a', name: 'Ada Byron' } }));

const read = (
  parts: Partial<CaseClock>,
  events: [string, string][],
  today: string,
  pauses: { from: string; to?: string }[] = [],
) => {
  const exceptions = pauses.map((pause, index) => ({ id: String(index), reason: 'away', ...pause }));
  const calendar = { holidays: ['2026-01-06'], terms: [] };
  const view = { settings: description(clock(parts)), calendar, today };
  const subject = { dateOfBirth: '1990-01-01' };
  return clocksOf({ events: happened(...events), pauses: exceptions, subject }, view)[0]?.reading;
};

test('a clock counts calendar days from the event, which is day 0', () => {
  expect(read({}, [['asked', '2026-01-05']], '2026-01-20')).toMatchObject({
    from: 'It was asked',
    dueOn: '2026-02-16',
    daysGone: 15,
    daysLeft: 27,
    state: 'running',
    words: '27 days left',
  });
  expect(read({}, [['asked', '2026-01-05']], '2026-02-16')?.words).toBe('due today');
  expect(read({}, [['asked', '2026-01-05']], '2026-02-17')).toMatchObject({ state: 'late', words: '1 day late' });
  expect(read({ length: 'P15D', firstDayCounts: true }, [['asked', '2026-01-05']], '2026-01-06')?.dueOn).toBe(
    '2026-01-19',
  );
  expect(read({ length: 'P2M' }, [['asked', '2026-12-31']], '2027-01-01')?.dueOn).toBe('2027-02-28');
  expect(read({ length: '--02-15' }, [['asked', '2026-02-15']], '2026-03-01')?.dueOn).toBe('2027-02-15');
});

test('working days leave out holidays', () => {
  const found = read({ length: 'P3D', days: 'working' }, [['asked', '2026-01-05']], '2026-01-05');
  expect(found).toMatchObject({ dueOn: '2026-01-09', words: '3 working days left' });
});

test('the event that meets it stops the count for good, and tells how late it was', () => {
  const events: [string, string][] = [
    ['decided', '2026-02-18'],
    ['asked', '2026-01-05'],
  ];
  expect(read({}, events, '2026-05-01')).toMatchObject({
    state: 'met',
    daysGone: 44,
    words: 'met on 18-Feb-2026, 2 days late',
  });
});

test('what ends it without meeting it takes it off; asked again, it runs again', () => {
  const ended: Partial<CaseClock> = { endedBy: ['withdrawn'] };
  const events: [string, string][] = [
    ['asked', '2026-01-05'],
    ['withdrawn', '2026-01-09'],
  ];
  expect(read(ended, events, '2026-02-01')).toBeUndefined();
  expect(read(ended, [...events, ['asked', '2026-01-09']], '2026-02-01')?.startedOn).toBe('2026-01-09');
});

test('asked twice, the earlier day counts', () => {
  const events: [string, string][] = [
    ['asked', '2026-01-20'],
    ['asked', '2026-01-05'],
  ];
  expect(read({}, events, '2026-02-01')?.startedOn).toBe('2026-01-05');
});

test('an event may meet a clock and start it again', () => {
  const yearly: Partial<CaseClock> = { from: ['decided'], metBy: ['decided'], length: 'P12M' };
  expect(read(yearly, [['decided', '2025-03-01']], '2025-04-01')?.dueOn).toBe('2026-03-01');
  const twice: [string, string][] = [
    ['decided', '2025-03-01'],
    ['decided', '2026-02-10'],
  ];
  expect(read(yearly, twice, '2026-04-01')).toMatchObject({ startedOn: '2026-02-10', dueOn: '2027-02-10' });
});

test('an exception moves no day; it is told with its label and the council’s own target', () => {
  const asked: [string, string][] = [['asked', '2026-01-05']];
  const away = [{ from: '2026-01-10', to: '2026-03-19' }];
  expect(read({ pausable: true }, asked, '2026-02-01', away)).toMatchObject({
    dueOn: '2026-02-16',
    daysGone: 27,
    state: 'running',
    exception: { label: 'away' },
  });
  expect(read({ pausable: true }, asked, '2026-02-18', away)).toMatchObject({
    dueOn: '2026-02-16',
    state: 'excepted',
    words: '2 days over, with an exception',
  });
  expect(read({}, asked, '2026-02-18', away)).toMatchObject({ state: 'late', words: '2 days late' });
});

test('an exception that came after it was met changes nothing', () => {
  const events: [string, string][] = [
    ['asked', '2026-01-05'],
    ['decided', '2026-01-20'],
  ];
  expect(read({ pausable: true }, events, '2026-04-01', [{ from: '2026-01-25' }])).not.toHaveProperty('exception');
});

test('what is given to somebody is not on the board when its time is over, and stays with the case while something waits for it', () => {
  const given: Partial<CaseClock> = { notBefore: true, length: 'P5D' };
  const runs = (today: string) => {
    const view = { settings: description(clock(given)), calendar: { holidays: [], terms: [] }, today };
    const events = happened(['asked', '2026-01-05']);
    return clocksOf({ events, pauses: [], subject: { dateOfBirth: '1990-01-01' } }, view)[0];
  };
  expect(runs('2026-01-10')).toMatchObject({
    run: { dueOn: '2026-01-10', soonOn: '2026-01-11' },
    reading: { state: 'waiting' },
  });
  expect(runs('2026-01-10')?.run).not.toHaveProperty('endedOn');
  expect(runs('2026-01-11')).toMatchObject({ run: { endedOn: '2026-01-10' }, reading: { state: 'over' } });
});
