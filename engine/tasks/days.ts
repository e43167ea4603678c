import { dateOf, serial, weekdayOfSerial, type IsoDate } from '../text/calendar.ts';

/** Which days a place works: its holidays, and the terms in which those are open whom it asks. */
export interface WorkCalendar {
  holidays: IsoDate[];
  /** Both days belong to the term. */
  terms: { from: IsoDate; to: IsoDate }[];
}

/** Which days of the calendar count: every one, Monday to Friday without holidays, or those of them within a term. */
export type DayKind = 'calendar' | 'working' | 'term';

/** Whether a day, by its number (`serial`), counts. */
export type Counts = (day: number) => boolean;

/** What counts under a calendar, worked out once for many days. */
export const counting = (kind: DayKind, calendar: WorkCalendar): Counts => {
  if (kind === 'calendar') return () => true;
  const holidays = new Set(calendar.holidays.map(serial));
  const isWorking: Counts = (day) => weekdayOfSerial(day) <= 5 && !holidays.has(day);
  if (kind === 'working') return isWorking;
  const terms = calendar.terms.map(({ from, to }) => [serial(from) ?? Infinity, serial(to) ?? -Infinity] as const);
  return (day) => isWorking(day) && terms.some(([from, to]) => day >= from && day <= to);
};

/** Farther away no day is looked for: ten years. */
export const HORIZON = 3_660;

const nearest = (kind: DayKind, from: IsoDate, calendar: WorkCalendar, stride: 1 | -1): IsoDate | undefined => {
  const [start, counts] = [serial(from), counting(kind, calendar)];
  if (start === undefined) return undefined;
  for (let away = 0; away <= HORIZON; away += 1)
    if (counts(start + away * stride)) return dateOf(start + away * stride);
  return undefined;
};

/** The last day of a kind that is not after `day`; `undefined` when the calendar has none. */
export const lastDayBy = (kind: DayKind, day: IsoDate, calendar: WorkCalendar): IsoDate | undefined =>
  nearest(kind, day, calendar, -1);

/** The first day of a kind that is not before `day`; `undefined` when the calendar has none. */
export const firstDayFrom = (kind: DayKind, day: IsoDate, calendar: WorkCalendar): IsoDate | undefined =>
  nearest(kind, day, calendar, 1);
