import { expect, test } from 'vitest';
import { visibility } from '../../../engine/index.ts';
import { fullAnswers } from '../../../engine/testing/answers.ts';
import { context, licence } from '../../../engine/testing/licence.ts';
import { mayChange } from './may-change.ts';

const shown = visibility(licence, fullAnswers, context);

test('a locked answer cannot be changed, and a group neither once all of it is locked', () => {
  const parts = licence.questionAt('/address')?.parts.map(({ pointer }) => pointer) ?? [];
  const [first = '', ...others] = parts;
  expect(mayChange(licence, new Set(['/angler']), shown)('/angler')).toBe(false);
  expect(mayChange(licence, new Set(), shown)('/angler')).toBe(true);
  expect(mayChange(licence, new Set([first]), shown)('/address')).toBe(true);
  expect(mayChange(licence, new Set([first, ...others]), shown)('/address')).toBe(false);
});

test('a question that is read-only, or not asked, offers no change', () => {
  expect(mayChange(licence, new Set(), { enabled: () => false })('/angler')).toBe(false);
  expect(mayChange(licence, new Set(), shown)('/nowhere')).toBe(false);
});
