import { parseDate } from './calendar.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

/** `2022-02-04` → `04-Feb-2022`; anything that is not a date comes back as it is. */
export const formatDate = (iso: string): string => {
  const date = parseDate(iso);
  return date ? `${two(date.day)}-${MONTHS[date.month - 1] ?? ''}-${date.year}` : iso;
};

/** An instant in ISO 8601 as `14-Jul-2021 10:57` on the clocks of an IANA time zone; throws on an unknown zone. */
export const formatDateTime = (instant: string, timeZone: string): string => {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${formatDate(`${part('year')}-${part('month')}-${part('day')}`)} ${part('hour')}:${part('minute')}`;
};
