import { expect, test } from 'vitest';
import fc from 'fast-check';
import { referenceFrom, tidyReference } from './reference.ts';

test('a reference has no vowel and no letter that is read as another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (random) => {
      fc.pre(random.filter((byte) => byte < 242).length >= 8);
      expect(referenceFrom(random)).toMatch(/^FW-[34679CDFGHJKMNPQRTVWXY]{4}-[34679CDFGHJKMNPQRTVWXY]{4}$/);
    }),
  );
});

test('too little randomness is an error, not a short reference', () => {
  expect(() => referenceFrom(new Uint8Array(4))).toThrow();
  expect(() => referenceFrom(new Uint8Array(16).fill(255))).toThrow();
});

test.each([
  ['fw 7k3m9q4p', 'FW-7K3M-9Q4P'],
  ['FW-7K3M-9Q4P', 'FW-7K3M-9Q4P'],
  ['fw-7k', 'FW-7K'],
  ['fw7k3m9', 'FW-7K3M-9'],
])('%s is understood as %s', (typed, stored) => expect(tidyReference(typed)).toBe(stored));
