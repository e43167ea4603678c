import { daysBetween, formatDate } from '../../../../engine/index.ts';
import { englishT, type FormTranslate } from '../../../form/words.ts';

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
export const daysLeft = (until: string, today: string, timeZone: string, t: FormTranslate = englishT): DaysLeft => {
  const days = daysBetween(today, localDate(until, timeZone)) ?? 0;
  return { words: days > 0 ? t.count('daysLeft', days) : t('daysLeft.last'), soon: days <= 7 };
};
