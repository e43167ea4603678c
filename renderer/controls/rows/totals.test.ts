import { expect, test } from 'vitest';
import type { Question } from '../../../engine/index.ts';
import { totalOf } from './totals.ts';

const column = (kind: Question['kind']): Question => ({
  pointer: '/rows/*/cost',
  kind,
  label: 'Cost',
  required: false,
  wanted: false,
  schema: {},
  schemaPointer: '',
  element: { type: 'Control' },
  pageId: 'page',
  textBases: [],
  parts: [],
});

test('pence add up, and what is not a number yet does not spoil the sum', () => {
  const rows = [{ cost: 0.1 }, { cost: 0.2 }, { cost: 'about 20' }, {}, { cost: 1200 }];
  expect(totalOf(column('money'), rows)).toBe('£1,200.30');
  expect(totalOf(column('number'), undefined)).toBe('0');
});
