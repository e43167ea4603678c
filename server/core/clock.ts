/** Where time comes from. Tests move it. */
export interface Clock {
  now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** One for each zone: to make one takes a hundred times as long as to use it. */
const calendars = new Map<string, Intl.DateTimeFormat>();

const calendarIn = (timeZone: string): Intl.DateTimeFormat => {
  const known = calendars.get(timeZone);
  if (known !== undefined) return known;
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(timeZone, calendar);
  return calendar;
};

/** Today's ISO date in `timeZone` (IANA). */
export const today = (clock: Clock, timeZone: string): string => calendarIn(timeZone).format(clock.now());

/** The ISO date of an instant in `timeZone`. */
export const dayOf = (instant: string | number, timeZone: string): string =>
  calendarIn(timeZone).format(new Date(instant));

/** ISO time in UTC, `minutes` from now. */
export const minutesFromNow = (clock: Clock, minutes: number): string =>
  new Date(clock.now().getTime() + minutes * 60_000).toISOString();
