/** Clocks of a case: which event started each, by when it is due, and what met it. Pure; which clocks there are is case.json's. */
import { clockWords, daysAfter, daysBetween, readClock, searchKey } from '../../../../engine/index.ts';
import type { ClockStanding, WorkCalendar } from '../../../../engine/index.ts';
import type { ClockReading } from '../../../../wire/case.ts';
import type { CaseDocument, Run } from '../documents.ts';
import type { CaseClock, CaseDescription } from '../settings-shape.ts';

/** By what clocks are read. */
interface ClockView {
  settings: CaseDescription;
  calendar: WorkCalendar;
  today: string;
}

export interface CaseView extends ClockView {
  /** A digest of a text that nobody can make who has only the store. */
  digest: (text: string) => string;
}

export interface RunningClock {
  run: Omit<Run, 'key'>;
  /** What it is about, of a clock that runs once for each thing. */
  about?: string;
  /** Absent of one that ended without being met. */
  reading?: ClockReading;
}

/** The day a number of days after another that is a real one. */
export const dateAfter = (day: string, days: number): string => daysAfter(day, days) ?? day;

export const isRunning = ({ metOn, endedOn }: Pick<Run, 'metOn' | 'endedOn'>): boolean =>
  metOn === undefined && endedOn === undefined;

/** A clock of a case as it is stored: what it is about stands there as a digest alone, another one in each case. */
export const storedRun = (caseId: string, { run, about }: RunningClock, { digest }: CaseView): Run => {
  if (about === undefined) return run;
  return { ...run, key: digest(JSON.stringify(['clock', caseId, searchKey(about)])).slice(0, 32) };
};

const runOf = ({ id, owedBy }: CaseClock, standing: ClockStanding): RunningClock['run'] => {
  const { from, startedOn, metOn, endedOn, due, soonOn, state } = standing;
  const over = endedOn ?? (state === 'over' || state === 'ended' ? due : undefined);
  return {
    clock: id,
    from,
    startedOn,
    ...(metOn === undefined ? {} : { metOn }),
    ...(metOn !== undefined || over === undefined ? {} : { endedOn: over }),
    dueOn: due,
    // What is somebody else's time presses nobody.
    soonOn: state === 'waiting' ? dateAfter(due, 1) : soonOn,
    ...(owedBy === 'others' || state === 'waiting' ? { others: true } : {}),
    stopped: state === 'excepted',
  };
};

const readingOf = (clock: CaseClock, standing: ClockStanding, settings: CaseDescription): ClockReading | undefined => {
  const { state, exception, about, startedOn, due, gone, left } = standing;
  if (state === 'ended') return undefined;
  const label = settings.exceptions?.find(({ code }) => code === exception?.code)?.label;
  return {
    id: clock.id,
    label: clock.label,
    ...(about === undefined ? {} : { about }),
    from: settings.events.find(({ name }) => name === standing.from)?.label ?? standing.from,
    startedOn,
    dueOn: due,
    daysGone: gone,
    daysLeft: left,
    state,
    words: clockWords(clock, standing),
    ...(clock.owedBy === 'others' ? { owedBy: clock.owedBy } : {}),
    ...(exception === undefined
      ? {}
      : {
          exception: {
            label: label ?? exception.reason,
            ...(exception.target === undefined ? {} : { target: exception.target }),
          },
        }),
    ...(clock.source === undefined ? {} : { source: clock.source }),
  };
};

/** Every clock of a case that has run or runs; those that ended without being met are among them. */
export const clocksOf = (
  { events, pauses, subject }: Pick<CaseDocument, 'events' | 'pauses'> & { subject: { dateOfBirth: string } },
  { settings, calendar, today }: ClockView,
): RunningClock[] =>
  settings.clocks.flatMap((clock) =>
    readClock(clock, { events, exceptions: pauses, born: subject.dateOfBirth }, today, calendar).map((standing) => {
      const reading = readingOf(clock, standing, settings);
      return {
        run: runOf(clock, standing),
        ...(standing.about === undefined ? {} : { about: standing.about }),
        ...(reading === undefined ? {} : { reading }),
      };
    }),
  );

const rank = ({ run: { metOn, endedOn, stopped }, reading }: RunningClock): number => {
  if (metOn !== undefined || endedOn !== undefined) return 3;
  return reading?.state === 'waiting' ? 2 : stopped ? 1 : 0;
};

/** Running ones first, the most urgent before the others; then those with an exception; then those that wait; then those that are over. */
export const byUrgency = (one: RunningClock, other: RunningClock): number =>
  rank(one) - rank(other) || (daysBetween(other.run.dueOn, one.run.dueOn) ?? 0);
