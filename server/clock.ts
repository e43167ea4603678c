/** Where time comes from. Tests move it. */
export interface Clock {
  now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Today's ISO date in `timeZone` (IANA). */
export const today = (clock: Clock, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(clock.now());

/** The ISO date of an instant in `timeZone`. */
export const dayOf = (instant: string, timeZone: string): string => today({ now: () => new Date(instant) }, timeZone);

/** ISO time in UTC, `minutes` from now. */
export const minutesFromNow = (clock: Clock, minutes: number): string =>
  new Date(clock.now().getTime() + minutes * 60_000).toISOString();
