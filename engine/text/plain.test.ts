import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formats } from '../formats/index.ts';
import { plain, withoutUnseen } from './plain.ts';

const unseen = Array.from(
  '\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e' +
    '\u2060\u2066\u2067\u2068\u2069\ufeff',
);
const spaces = Array.from(' \u00a0\u1680\u2000\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000\t');
const dashes = Array.from('-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad-\ufe63\uff0d').filter(
  (sign) => sign !== '\u00ad',
);

test.each([
  ['\u202a943\u00a0476\u20115919\u202c', '943 476-5919'],
  ['\ufeffＯＸ１\u3000１ＮＥ', 'OX1 1NE'],
  ['٠١٦٣٢ ۹۶۰۰۰۱', '01632 960001'],
  ['01632–960001', '01632-960001'],
])('%j is plainly %j', (typed, seen) => expect(plain(typed)).toBe(seen));

test('what joins letters goes with what nobody sees; letters and accents stay', () => {
  expect(withoutUnseen('Żółć\u200b Ó\u00ad')).toBe('Żółć Ó');
});

/** The same text as it may come along with a paste: marks between the letters, other spaces, other dashes. */
const pasted = (text: string, dashesToo: boolean): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...[...Array.from(text), ''].map((sign) =>
        fc.tuple(
          fc.string({ unit: fc.constantFrom(...unseen), maxLength: 2 }),
          sign === ' '
            ? fc.constantFrom(...spaces)
            : sign === '-' && dashesToo
              ? fc.constantFrom(...dashes)
              : fc.constant(sign),
        ),
      ),
    )
    .map((parts) => parts.flat().join(''));

test.each(Object.values(formats))(
  '$id: with marks, spaces and dashes of any kind thrown in it is the same',
  (format) => {
    const typed = fc.constantFrom(...format.valid, ...format.invalid);
    fc.assert(
      fc.property(
        typed.chain((text) => fc.tuple(fc.constant(text), pasted(text, format.id !== 'email'))),
        ([text, variant]) => {
          expect(format.test(variant)).toBe(format.test(text));
          expect(format.tidy(variant)).toBe(format.test(text) ? format.tidy(text) : variant);
          if (format.test(text)) expect(format.show(variant)).toBe(format.show(text));
        },
      ),
      { numRuns: 500 },
    );
  },
);
