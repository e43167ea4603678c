import fc from 'fast-check';
import { expect, test } from 'vitest';
import { context, licence } from '../../../engine/testing/licence.ts';
import { characterCount, validate } from '../../../engine/index.ts';
import { countText } from './count-text.ts';

test('the count is silent while there is plenty of room', () => {
  expect(countText(799, 1000)).toBeUndefined();
  expect(countText(800, 1000)).toBe('200 characters left');
});

test('one is one, and too many is said as such', () => {
  expect(countText(999, 1000)).toBe('1 character left');
  expect(countText(1000, 1000)).toBe('0 characters left');
  expect(countText(3200, 2000)).toBe('1,200 characters too many');
});

test('what is counted is what the limit of a form counts, of emoji and rare characters too', () => {
  expect(countText(characterCount('🛶'.repeat(2100)), 4000)).toBeUndefined();
  const { maxLength = 0 } = licence.questionAt('/about')?.schema ?? {};
  expect(maxLength).toBeGreaterThan(0);
  const isTooLong = (about: string): boolean =>
    validate(licence, { about }, 'all', context).some(
      ({ pointer, keyword }) => pointer === '/about' && keyword === 'maxLength',
    );
  const around = { minLength: maxLength - 2, maxLength: maxLength + 2, unit: 'binary' } as const;
  fc.assert(
    fc.property(fc.string(around), (text) => {
      const said = countText(characterCount(text), maxLength) ?? '';
      expect(said.includes('too many')).toBe(isTooLong(text));
    }),
    { numRuns: 50 },
  );
});
