import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate } from '../../../engine/index.ts';
import { datesIn } from './dates-in.ts';
import { dateOf, otherWeekday, partsOf, wholeDate } from './date-parts.ts';

test('a whole date goes in and out', () => {
  expect(dateOf({ day: '5', month: '1', year: '2013' })).toBe('2013-01-05');
  expect(partsOf('2013-01-05')).toEqual({ day: '5', month: '1', year: '2013' });
});

test.each(['Junuary', 'Julember', 'Mary', 'Marking', 'Maybe', 'Octopus', 'Decade', 'Augusta2'])(
  'a word that only begins as a month does is none: %s',
  (month) => {
    expect(dateOf({ day: '5', month, year: '2013' })).not.toMatch(/^2013-\d\d-05$/);
    expect(wholeDate(`5 ${month} 2013`)).toBeUndefined();
  },
);

test.each([
  ['Febuary', '02'],
  ['Septmber', '09'],
  ['Janaury', '01'],
  ['Novembar', '11'],
  ['Sept', '09'],
])('a name that is all but written right is understood: %s', (month, number) => {
  expect(dateOf({ day: '5', month, year: '2013' })).toBe(`2013-${number}-05`);
});

test('a month may be a name', () => {
  expect(dateOf({ day: '5', month: 'Jan', year: '2013' })).toBe('2013-01-05');
  expect(dateOf({ day: '25', month: 'december', year: '2013' })).toBe('2013-12-25');
});

test.each([
  { day: '5', month: '', year: '' },
  { day: '', month: '', year: '13' },
  { day: '31', month: '13', year: '2013' },
  { day: 'x', month: '2', year: '2013' },
])('what is not a date yet is kept as it was typed: $day/$month/$year', (parts) => {
  expect(partsOf(dateOf(parts) ?? '')).toEqual(parts);
});

test('three empty boxes are no answer', () => {
  expect(dateOf({ day: ' ', month: '', year: '' })).toBeUndefined();
});

test.each([
  '05/01/2013',
  '5.1.2013',
  '2013-01-05',
  '5 January 2013',
  '05-Jan-2013',
  '5th January 2013',
  '5th of January, 2013',
  'Saturday 5th January 2013',
  'Sat, 5 Jan 2013',
  '05–01–2013',
  '\u200e05/01/2013\u202c',
  '5\u00a0January\u00a02013',
  'January 5, 2013',
  'Jan 5th 2013',
  'Saturday, January 5, 2013',
  '05012013',
  '20130105',
  '2013/01/05',
  '5Jan2013',
  '5 I 2013',
])('%s in one box fills all boxes', (text) => {
  expect(wholeDate(text)).toEqual({ day: '5', month: '1', year: '2013' });
});

test.each(['1st', '2nd', '3rd', '22nd'])('%s is a day', (day) => {
  expect(wholeDate(`${day} March 2013`)).toEqual({ day: day.replace(/\D+/, ''), month: '3', year: '2013' });
});

const notYet = ['05', '5 January', '05/01/13', '5/1/201', 'January 2013', '5 Jan 13', '99999999', '1 2 3 2013'];
test.each(notYet)('%s alone is not taken for a date', (text) => {
  expect(wholeDate(text)).toBeUndefined();
});

test.each(['5 Jan 13', '5/1/13', "5th January '13", 'January 5, 13', '05.01.13'])(
  '%s keeps its year of two figures in the box of the year, once it is whole',
  (text) => {
    expect(wholeDate(text, 'en', true)).toEqual({ day: '5', month: '1', year: '13' });
  },
);

test.each([
  '5 stycznia 2015',
  '5 sty 2015',
  '5 styczeń 2015',
  '05.01.2015 r.',
  '5-go stycznia 2015',
  '5 I 2015 roku',
  'Jan 5 2015',
])('on a Polish page %s fills all boxes', (text) => {
  expect(wholeDate(text, 'pl')).toEqual({ day: '5', month: '1', year: '2015' });
});

test.each([
  ['stycznia', 1],
  ['Styczeń', 1],
  ['sty.', 1],
  ['pazdziernika', 10],
  ['PAŹ', 10],
  ['maja', 5],
  ['Jan', 1],
  ['XII', 12],
])('on a Polish page the month may be typed as %s', (month, number) => {
  expect(dateOf({ day: '5', month, year: '2015' }, 'pl')).toBe(`2015-${String(number).padStart(2, '0')}-05`);
});

test('a word that is no month stays as it was typed', () => {
  for (const month of ['ab', 'nothing', 'sty5', 'Smarch'])
    expect(dateOf({ day: '5', month, year: '2015' }, 'pl')).toBe(`2015-${month}-05`);
});

/** 29 February too, and two centuries. */
const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const ways: readonly ((at: Date, language: string, iso: string) => string)[] = [
  ...(['medium', 'long', 'full'] as const).map(
    (dateStyle) => (at: Date, language: string) =>
      new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle, timeZone: 'UTC' }).format(at),
  ),
  ...(['short', 'long'] as const).flatMap((month) => {
    const name = (at: Date, language: string): string =>
      new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }).format(at);
    return [
      (at: Date, language: string) => `${at.getUTCDate()} ${name(at, language)} ${at.getUTCFullYear()}`,
      (at: Date, language: string) => `${name(at, language).toUpperCase()} ${at.getUTCDate()}, ${at.getUTCFullYear()}`,
      (at: Date, language: string) => `${at.getUTCFullYear()} ${name(at, language)} ${at.getUTCDate()}`,
    ];
  }),
  (_, language, iso) => formatDate(iso, language),
  (_, __, iso) => iso,
  (_, __, iso) => iso.replaceAll('-', ''),
  ...['/', '.', '-', ' ', ''].map((sign) => (_: Date, __: string, iso: string) => iso.split('-').reverse().join(sign)),
];

test.each(['en', 'pl', 'ro', 'ur', 'ar', 'uk', 'fr', 'so', 'bn', 'pt', 'es', 'tr'])(
  'every day is understood in every way in which it is written in the language %s',
  (language) => {
    fc.assert(
      fc.property(days, fc.constantFrom(...ways), (iso, way) => {
        const text = way(new Date(`${iso}T00:00:00Z`), language, iso);
        const parts = wholeDate(text, language);
        expect([text, parts && dateOf(parts, language)]).toEqual([text, iso]);
      }),
      { numRuns: 400 },
    );
  },
);

test.each([
  ['Tuesday 1 December 2026', undefined],
  ['Tues 1 December 2026', undefined],
  ['1 December 2026', undefined],
  ['Thursday 1 December 2026', { said: 4, is: 2 }],
  ['Thurs, 1st of December 2026', { said: 4, is: 2 }],
  ['1 December 2026 (Wed)', { said: 3, is: 2 }],
])('a weekday that is not that of its date is seen: %s', (text, other) => {
  expect(wholeDate(text)).toEqual({ day: '1', month: '12', year: '2026' });
  expect(otherWeekday(text, '2026-12-01')).toEqual(other);
});

test('weekdays are understood in the language of the form, and what is no date has none', () => {
  expect(otherWeekday('środa, 1 grudnia 2026', '2026-12-01', 'pl')).toEqual({ said: 3, is: 2 });
  expect(otherWeekday('wtorek, 1 grudnia 2026', '2026-12-01', 'pl')).toBeUndefined();
  expect(otherWeekday('Monday 31 February 2026', '2026-02-31')).toBeUndefined();
});

test('every weekday but the right one is told, of every day and in each language', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom('en', 'pl'),
      (days, named, language) => {
        const date = new Date(Date.UTC(2000, 0, 1 + days));
        const iso = date.toISOString().slice(0, 10);
        const name = datesIn(language).weekday(named);
        const other = otherWeekday(`${name} ${formatDate(iso)}`, iso, language);
        const is = date.getUTCDay() || 7;
        expect(other).toEqual(is === named ? undefined : { said: named, is });
      },
    ),
    { numRuns: 200 },
  );
});
