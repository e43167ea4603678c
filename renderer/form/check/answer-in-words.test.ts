import { expect, test } from 'vitest';
import { context, licence } from '../../../engine/testing/licence.ts';
import type { JsonValue } from '../../../engine/json.ts';
import { answerInWords } from './answer-in-words.ts';

const words = (key: string, value: JsonValue | undefined): string =>
  answerInWords(licence, context, 'Europe/London', {}, key, value);

test('both sides of a conflict are read in words, never as data', () => {
  expect(words('water', 'lake')).toBe('Lake');
  expect(words('born', '1980-02-01')).toBe('01-Feb-1980');
  expect(words('catches', [{ fish: 'pike', caught: '2026-01-31' }])).toContain('Pike · ');
  expect(words('photos', [{ file: { id: 'a', name: 'boat.jpg' }, kind: 'boat' }])).toBe('boat.jpg');
});

test('an answer that was taken away is told', () => {
  expect(words('water', undefined)).toBe('No answer');
});
