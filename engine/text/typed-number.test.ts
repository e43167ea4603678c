import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney, formatNumber } from './number.ts';
import { isUnclearNumber, readNumber, showNumber } from './typed-number.ts';

test.each([
  ['12', 12],
  [' 1,200.50 ', 1200.5],
  ['1,234', 1234],
  ['£1,234.50', 1234.5],
  ['1 234', 1234],
  ['1\u00a0234\u202f567', 1_234_567],
  ['£60', 60],
  ['£ 60', 60],
  ['60 £', 60],
  ['-£60', -60],
  ['£-60', -60],
  ['-3', -3],
  ['\u22123', -3],
  ['+3', 3],
  ['.5', 0.5],
  ['5.', 5],
  ['0', 0],
  ['007', 7],
  ['1.234', 1.234],
  ['92 .5', 92.5],
  ['1 234 .50', 1234.5],
  ['１，２００．５', 1200.5],
  ['٣٫٥', 3.5],
  ['٢٥', 25],
  ['\u202a12\u202c', 12],
  ['', undefined],
  ['  ', undefined],
  ['\u200b', undefined],
])('%j is read as %j', (text, value) => expect(readNumber(text, 'en')).toBe(value));

test.each([
  ...[
    '3,5',
    '12,50',
    '£12,50',
    '1.234,50',
    '1,23,456',
    '1,2345',
    '0,500',
    ',5',
    '1.2.3',
    '1,,234',
    '1,234 567',
    '12 34',
  ],
  ...['12345678901234567890'],
])('%j is asked about and kept as typed', (text) => {
  expect(readNumber(text, 'en')).toBe(text);
  expect(isUnclearNumber(text)).toBe(true);
});

test.each(['about 20', '1-2', '--3', '-£-3', '£', '1e3', '0x10', 'Infinity', '.', '5 km'])(
  '%j is not a number and kept as typed',
  (text) => expect(readNumber(text, 'en')).toBe(text),
);

test.each([
  ['3,5', 3.5],
  ['12,50', 12.5],
  ['1.234,50', 1234.5],
  ['1 234,50', 1234.5],
  ['1 234', 1234],
  ['3.5', 3.5],
  ['£1,234.50', 1234.5],
  ['0,234', 0.234],
  ['1,2340', 1.234],
  ['1,234', '1,234'],
  ['1.234', '1.234'],
  ['1,23,456', '1,23,456'],
])('in Polish %j is read as %j', (text, value) => expect(readNumber(text, 'pl')).toBe(value));

test('a percentage may have its sign, and nothing else has', () => {
  expect(['92.5%', '92.5 %', '92 .5 %', '٩٢٪'].map((text) => readNumber(text, 'en', true))).toEqual([
    92.5,
    92.5,
    92.5,
    '٩٢٪',
  ]);
  expect(readNumber('92,5%', 'pl', true)).toBe(92.5);
  expect(readNumber('92.5%', 'en')).toBe('92.5%');
  expect(readNumber('about 90%', 'en', true)).toBe('about 90%');
});

test('what is not a number is shown as it was typed', () => {
  expect(showNumber(readNumber('about 20', 'en'), 'en')).toBe('about 20');
  expect(showNumber(undefined, 'en')).toBe('');
  expect([showNumber(1234.5, 'en'), showNumber(1234.5, 'pl'), showNumber(1.234, 'pl')]).toEqual([
    '1234.5',
    '1234,5',
    '1,2340',
  ]);
});

test('pounds keep their pence, and whole pounds need none', () => {
  expect([showNumber(2.5, 'en', 2), showNumber(2.5, 'pl', 2), showNumber(2, 'en', 2)]).toEqual(['2.50', '2,50', '2']);
});

const languages = [
  'en',
  'pl',
  'cy',
  'de',
  'fr',
  'es',
  'pt',
  'ro',
  'uk',
  'hi',
  'bn',
  'pa',
  'gu',
  'ta',
  'ur',
  'fa',
  'ar',
  'so',
  'zh',
  'sv',
];
const numbers = fc.oneof(
  fc.integer({ min: -999_999_999, max: 999_999_999 }),
  fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 4 })).map(([n, places]) => {
    const value = n / 10 ** places;
    return Object.is(value, -0) ? 0 : value;
  }),
);

describe.each(languages)('%s', (language) => {
  test('every number that a box shows reads back as itself', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        for (const decimals of [0, 2]) expect(readNumber(showNumber(value, language, decimals), language)).toBe(value);
      }),
    );
  });

  test('every number that we write reads back as itself, or is asked about where it may be two', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        for (const text of [formatNumber(value, language), formatMoney(Math.round(value * 100) / 100)]) {
          const read = readNumber(text, language);
          const meant = text.includes('£') ? Math.round(value * 100) / 100 : value;
          if (typeof read === 'number') expect(Math.abs(read - meant), text).toBe(0);
          else expect(language !== 'en' && isUnclearNumber(text), text).toBe(true);
        }
      }),
    );
  });
});

/** Every number that a text may mean: the last sign is a decimal sign, or all signs stand between groups. */
const meanings = (text: string): Set<number> => {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const bare = (part: string): string => part.replaceAll(/[., ]/g, '');
  return new Set([
    Number(bare(text)),
    ...(last === -1 ? [] : [Number(`${bare(text.slice(0, last))}.${bare(text.slice(last + 1))}`)]),
  ]);
};

const figures = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789012345678901234567890123456789., ')),
  maxLength: 12,
});

test('no figures are read as a number that they cannot mean, and in English a comma never stands for a point', () => {
  fc.assert(
    fc.property(figures, (text) => {
      const english = readNumber(text, 'en');
      if (typeof english === 'number') {
        expect(english).toBe(Number(text.replaceAll(/[, ]/g, '')));
        for (const group of text.trim().split('.')[0]?.trim().split(/[, ]/).slice(1) ?? [])
          expect(group).toHaveLength(3);
      }
      const polish = readNumber(text, 'pl');
      if (typeof polish === 'number') expect([...meanings(text.trim())]).toContain(polish);
      if (typeof polish === 'number' && typeof english === 'number') expect(polish).toBe(english);
    }),
    { numRuns: 5000 },
  );
});
