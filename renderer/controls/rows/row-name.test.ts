import { expect, test } from 'vitest';
import type { Question, Schema } from '../../../engine/index.ts';
import { rowName } from './row-name.ts';

const column = (key: string, kind: Question['kind'], schema: Schema = {}): Question => ({
  pointer: `/rows/*/${key}`,
  kind,
  label: key,
  required: false,
  wanted: false,
  schema,
  schemaPointer: '',
  element: { type: 'Control' },
  pageId: 'page',
  textBases: [],
  parts: [],
});
const named = (key: string) => column(key, 'text', { maxLength: 80 });

test('names in the first columns are read together', () => {
  const columns = [named('title'), named('first'), named('last'), column('town', 'choice')];
  expect(rowName(columns, { first: 'Ada', last: 'Byron', town: 'hull' })).toBe('Ada Byron');
});

test('without a name it is the first thing that is filled in, as people read it', () => {
  const fish = { ...column('fish', 'choice'), choices: [{ value: 'pike', label: 'Northern pike' }] };
  expect(rowName([column('on', 'date'), fish], { on: '2022-02-04' })).toBe('04-Feb-2022');
  expect(rowName([column('small', 'tick'), fish], { small: true, fish: 'pike' })).toBe('Northern pike');
});

test('an empty row has no name and a long one is cut', () => {
  expect(rowName([named('a')], {})).toBe('');
  expect(rowName([column('a', 'longText')], { a: 'word '.repeat(50) })).toMatch(/^word word.*word…$/);
});
