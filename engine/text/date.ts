import { parseDate } from './calendar.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

/** Gives the same formatter for the same word ever after: to make one takes a hundred times as long as to use it. */
const kept = (make: (word: string) => Intl.DateTimeFormat): ((word: string) => Intl.DateTimeFormat) => {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (word) => {
    const format = known.get(word) ?? make(word);
    known.set(word, format);
    return format;
  };
};

const longDate = kept((language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }));

/** In another language than English, as its readers write it out. */
const written = (iso: string, language: string): string => longDate(language).format(new Date(`${iso}T00:00:00Z`));

/** `2022-02-04` → `04-Feb-2022`, in Polish `4 lutego 2022`; anything that is not a date comes back as it is. */
export const formatDate = (iso: string, language = 'en'): string => {
  const date = parseDate(iso);
  if (date === undefined) return iso;
  if (language !== 'en') return written(iso, language);
  return `${two(date.day)}-${MONTHS[date.month - 1] ?? ''}-${date.year}`;
};

const clockIn = kept(
  (timeZone) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);

/** Day and time of an instant in ISO 8601 on the clocks of an IANA time zone; throws on an unknown zone. */
const onClocks = (instant: string, timeZone: string): { date: string; time: string } | undefined => {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return undefined;
  const parts = clockIn(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
};

/** An instant in ISO 8601 as `14-Jul-2021 10:57` on the clocks of an IANA time zone; throws on an unknown zone. */
export const formatDateTime = (instant: string, timeZone: string, language = 'en'): string => {
  const at = onClocks(instant, timeZone);
  return at === undefined ? instant : `${formatDate(at.date, language)} ${at.time}`;
};

/** `14:02`, the time of an instant in ISO 8601 on the clocks of an IANA time zone; throws on an unknown zone. */
export const formatTime = (instant: string, timeZone: string): string => onClocks(instant, timeZone)?.time ?? instant;

/** The day of an instant in ISO 8601 on the calendar of an IANA time zone, as `formatDate` has it; throws on an unknown zone. */
export const formatDay = (instant: string, timeZone: string, language = 'en'): string => {
  const at = onClocks(instant, timeZone);
  return at === undefined ? instant : formatDate(at.date, language);
};
