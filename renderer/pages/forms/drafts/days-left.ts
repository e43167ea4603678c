import { daysBetween, formatDate } from '../../../../engine/index.ts';
import { englishSay, type FormSay } from '../../../form/words.ts';

/** ISO date at an instant on the clocks of an IANA time zone. */
export const localDate = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));

/** `14-Jul-2021`: the day of an instant as people read it. */
export const dayOf = (instant: string, timeZone: string): string => formatDate(localDate(instant, timeZone));

export interface DaysLeft {
  words: string;
  /** A week or less. */
  soon: boolean;
}

/** How long something is still kept: calendar days from `today` (ISO date) to the instant `until`. */
export const daysLeft = (until: string, today: string, timeZone: string, say: FormSay = englishSay): DaysLeft => {
  const days = daysBetween(today, localDate(until, timeZone)) ?? 0;
  return { words: days > 0 ? say.count('daysLeft', days) : say('daysLeft.last'), soon: days <= 7 };
};
