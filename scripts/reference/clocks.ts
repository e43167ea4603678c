/** docs/reference/clocks.md, drawn from the council's `case.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCaseDescription, type CaseClock, type CaseDescription } from '../../server/modules/cases/index.ts';

type Table = (head: string[], rows: string[][]) => string;

const months = 'January February March April May June July August September October November December'.split(' ');
const dayWords = (monthDay: string): string =>
  `${Number(monthDay.slice(5))} ${months[Number(monthDay.slice(2, 4)) - 1] ?? ''}`;

const units: Record<string, [one: string, many: string]> = {
  D: ['day', 'days'],
  W: ['week', 'weeks'],
  M: ['month', 'months'],
};

const lengthWords = (length: string, days: CaseClock['days'] = 'calendar'): string => {
  const [, count = '', unit = 'D'] = /^P(\d+)([DWM])$/.exec(length) ?? [];
  const [one, many] = units[unit] ?? ['', ''];
  const kind = days === 'calendar' ? '' : days === 'working' ? 'working ' : 'school ';
  return `${count} ${kind}${Number(count) === 1 ? one : many}`;
};

/** The limit in words, with the events that it is counted from. */
const limitWords = (
  { length, days, firstDayCounts, countedBack, before, yearBegins }: Omit<CaseClock, 'id' | 'label' | 'from'>,
  from: string,
): string => {
  if (length === 'P0D') return `the day of “${from}”`;
  if (length.startsWith('--')) {
    const year =
      yearBegins === undefined
        ? `the next after “${from}”`
        : `in the year from ${dayWords(yearBegins)} that holds “${from}”`;
    return `${before ? 'before' : 'by'} ${dayWords(length)}, ${year}`;
  }
  const how = countedBack ? 'before' : firstDayCounts ? 'starting with' : 'from';
  return `${lengthWords(length, days)} ${how} “${from}”`;
};

const ruleWords = (clock: CaseClock, names: (events: readonly string[] | undefined) => string): string => {
  const {
    notBefore,
    owedBy,
    laterOf = [],
    movedOver = [],
    endsOnWorkingDay,
    held,
    each,
    restarts,
    underAge,
    warn,
  } = clock;
  const limits = [
    limitWords(clock, names(clock.from)),
    ...laterOf.map((limit) => limitWords(limit, names(limit.from))),
  ];
  return [
    `${limits.join(', or ')}${limits.length > 1 ? ', whichever is later' : ''}`,
    ...(owedBy === 'others' ? ['owed by others'] : []),
    ...(notBefore ? ['not before: the time is somebody’s own'] : []),
    ...movedOver.map(({ from, to }) => `moved past ${dayWords(from)} to ${dayWords(to)}`),
    ...(endsOnWorkingDay ? ['ends on a working day'] : []),
    ...(held === undefined ? [] : [`no last day from “${names(held.by)}” to “${names(held.until)}”`]),
    ...(each ? ['one for each that is asked'] : []),
    ...(restarts ? ['begins again with a later event'] : []),
    ...(underAge === undefined ? [] : [`under the age of ${underAge}`]),
    ...(warn === undefined ? [] : [`soon from ${lengthWords(warn)} before`]),
  ].join('; ');
};

/** Throws what is wrong with the file. */
export const clocksDocument = (table: Table): string => {
  const text = readFileSync(join(import.meta.dirname, '../../council/case.json'), 'utf8');
  const { events, clocks, exceptions = [] }: CaseDescription = parseCaseDescription(text);
  const names = (wanted: readonly string[] = []): string =>
    wanted.map((name) => events.find((event) => event.name === name)?.label ?? name).join('” or “');
  const sourceOf = ({ source }: Pick<CaseClock, 'source'>): string[] => [source?.law ?? '', source?.says ?? ''];
  return [
    'The clocks of `council/case.json`, with the place where each rule stands. [How a council describes its cases](../operating/cases.md) says what each member means. Have your own lawyers read this before you rely on it.',
    table(
      ['clock', 'source', 'what it says', 'how it is counted', 'met by, or what must wait', 'ended by', 'exceptions'],
      clocks.map((clock) => [
        clock.label,
        ...sourceOf(clock),
        ruleWords(clock, names),
        clock.metBy === undefined ? '' : `“${names(clock.metBy)}”`,
        clock.endedBy === undefined ? '' : `“${names(clock.endedBy)}”`,
        (clock.exceptions ?? []).map((code) => `\`${code}\``).join(', '),
      ]),
    ),
    '## Exceptions',
    'An exception lifts a duty as far as it is impractical to do it in time. It moves no day.',
    table(
      ['code', 'exception', 'source', 'what it says'],
      exceptions.map((exception) => [`\`${exception.code}\``, exception.label, ...sourceOf(exception)]),
    ),
    '## Events that are noted by themselves',
    table(
      ['event', 'form', 'when', 'day'],
      events.flatMap(({ label, notedWhen = [] }) =>
        [notedWhen]
          .flat()
          .map(({ form, is, on }) => [
            label,
            `\`${form}\``,
            `\`${is}\``,
            on === undefined ? 'the day on which it was' : `the answer to \`${on}\``,
          ]),
      ),
    ),
  ].join('\n\n');
};
