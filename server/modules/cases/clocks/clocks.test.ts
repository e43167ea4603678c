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
  const stops = pauses.map((pause, index) => ({ id: String(index), reason: 'away', ...pause }));
  const calendar = { holidays: ['2026-01-06'], terms: [] };
  const view = { settings: description(clock(parts)), calendar, today };
  const [found] = clocksOf({ events: happened(...events), pauses: stops }, view);
  return found?.run.endedOn === undefined ? found?.reading : undefined;
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

test('pauses put it off by their days, overlaps once, and only where it may be paused', () => {
  const asked: [string, string][] = [['asked', '2026-01-05']];
  const pauses = [
    { from: '2026-01-10', to: '2026-01-19' },
    { from: '2026-01-15', to: '2026-01-24' },
  ];
  expect(read({ pausable: true }, asked, '2026-02-01', pauses)).toMatchObject({ dueOn: '2026-03-03', daysGone: 12 });
  expect(read({}, asked, '2026-02-01', pauses)?.dueOn).toBe('2026-02-16');
  const before = [{ from: '2025-12-01', to: '2026-01-06' }];
  expect(read({ pausable: true }, asked, '2026-02-01', before)?.dueOn).toBe('2026-02-17');
  const tooLate = [{ from: '2026-02-17', to: '2026-03-01' }];
  expect(read({ pausable: true }, asked, '2026-03-02', tooLate)?.dueOn).toBe('2026-02-16');
});

test('a pause without an end stops it, with what was left', () => {
  const stopped = read({ pausable: true }, [['asked', '2026-01-05']], '2026-04-01', [{ from: '2026-01-10' }]);
  expect(stopped).toMatchObject({ state: 'stopped', daysGone: 4, words: 'stopped with 38 days left' });
});

test('a pause that came after it was met changes nothing', () => {
  const events: [string, string][] = [
    ['asked', '2026-01-05'],
    ['decided', '2026-01-20'],
  ];
  expect(read({ pausable: true }, events, '2026-04-01', [{ from: '2026-01-25' }])?.dueOn).toBe('2026-02-16');
});
