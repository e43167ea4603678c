import { describe, expect, test } from 'vitest';
import { formatOf, formats, refusalOf } from './index.ts';

describe.each(Object.values(formats))('$id', (format) => {
  test.each(format.valid)('accepts %j', (text) => expect(format.test(text)).toBe(true));
  test.each(format.invalid)('refuses %j', (text) => expect(format.test(text)).toBe(false));

  test('keeps every valid spelling in one form that is valid itself', () => {
    for (const text of format.valid) {
      expect(format.test(format.tidy(text))).toBe(true);
      expect(format.tidy(format.tidy(text))).toBe(format.tidy(text));
      expect(format.show(format.tidy(text))).toBe(format.show(text));
    }
  });

  test('never changes what it does not understand', () => {
    for (const text of format.invalid) expect([format.tidy(text), format.show(text)]).toEqual([text, text]);
  });

  test('its own example is valid, as stored or as shown', () => {
    expect(format.valid.map(format.show)).toContain(format.show(format.tidy(format.example)));
  });
});

test('spellings of one identifier become the same answer', () => {
  expect(formats['nhs-number']?.tidy('943 476-5919')).toBe('9434765919');
  expect(formats['nhs-number']?.show('9434765919')).toBe('943 476 5919');
  expect(formats['uk-postcode']?.tidy('sw1a1aa')).toBe('SW1A 1AA');
  expect(formats['upn']?.tidy('b801 2000 05001')).toBe('B801200005001');
});

test('a telephone number is kept as it was typed', () => {
  expect(formats['uk-phone']?.tidy(' 01632  960001 ext 12 ')).toBe('01632 960001 ext 12');
});

test('what comes along with an address or a number from a link, a list or a sentence is left out of what is kept', () => {
  const wrappings = ['%;', '%,', '%.', '<%>', ' <scheme:%>; ', 'scheme:%', 'SCHEME:%;', 'scheme: %.', '<%>,;'];
  for (const [id, scheme] of [
    ['email', 'mailto'],
    ['uk-phone', 'tel'],
  ] as const)
    for (const text of formats[id]?.valid.filter((each) => !each.includes('<')) ?? [])
      for (const wrapping of wrappings) {
        const wrapped = wrapping.replace('scheme', scheme).replace('SCHEME', scheme.toUpperCase()).replace('%', text);
        expect([wrapped, formats[id]?.test(wrapped)]).toEqual([wrapped, true]);
        expect(formats[id]?.tidy(wrapped)).toBe(formats[id]?.tidy(text));
      }
});

test('any other digit in place of a check digit is refused', () => {
  const digits = Array.from('0123456789');
  expect(digits.filter((digit) => formats['nhs-number']?.test(`943476591${digit}`))).toEqual(['9']);
  expect(digits.filter((digit) => formats['uln']?.test(`123456789${digit}`))).toEqual(['9']);
});

test('there is no format of an unknown or inherited name', () => {
  expect([formatOf('toString'), formatOf(undefined), formatOf('colour')]).toEqual([undefined, undefined, undefined]);
});

test('what has the right shape and a wrong check digit was mistyped, and is told so; what is no such number is told what one is', () => {
  const told = (id: string, text: string): string => {
    const format = formatOf(id);
    return format === undefined ? '' : refusalOf(format, text);
  };
  expect(told('nhs-number', 'NHS 943.476.5918')).toBe('Check the NHS number: one of its digits is not right');
  expect(told('upn', 'a8012 00005001')).toBe('Check the UPN: one of its letters or digits is not right');
  expect(told('uln', '1000000001')).toBe('Check the Unique Learner Number: one of its digits is not right');
  expect(told('nhs-number', '943476591')).toBe('Enter an NHS number of 10 digits, like 943 476 5919');
  for (const { mistyped, valid } of Object.values(formats))
    expect(valid.filter((text) => mistyped?.is(text))).toEqual([]);
});
