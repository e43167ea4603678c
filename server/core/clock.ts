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

const hours = 3_600_000;

/** The instant, in UTC, at which an ISO date begins in `timeZone`. */
export const startOfDay = (day: string, timeZone: string): string => {
  const middle = Date.parse(`${day}T00:00:00Z`);
  let [before, from] = [middle - 15 * hours, middle + 15 * hours];
  while (from - before > 1) {
    const between = Math.floor((before + from) / 2);
    if (dayOf(between, timeZone) < day) before = between;
    else from = between;
  }
  return new Date(from).toISOString();
};
