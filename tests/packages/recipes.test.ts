/** The recipes for authors: every one is a sound form with recorded answers, and the page about them says what they say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemsOf } from '../../engine/author.ts';
import { isObject, textOf } from '../../engine/json.ts';
import { readPackages } from '../../scripts/forms/packages.ts';
import { fieldsOf } from '../support/read.ts';

const authoring = join(import.meta.dirname, '../../docs/authoring');
const packages = readPackages(join(authoring, 'recipes'));
const page = readFileSync(join(authoring, 'recipes.md'), 'utf8');

const outcomeOf = (example: string): string => {
  const expected = fieldsOf(fieldsOf(JSON.parse(example))['expect']);
  return textOf(expected['outcome'] ?? '');
};

test.each(packages)('$form has no error and no warning', ({ form, version, files }) =>
  expect(problemsOf(files, { folder: { id: form, version } })).toEqual([]),
);

test.each(packages)('$form has answers that are accepted, answers that are not, and a place on the page', (pack) => {
  const examples = Object.entries(pack.files).filter(([path]) => path.startsWith('examples/'));
  expect(new Set(examples.map(([, text]) => outcomeOf(text)))).toEqual(new Set(['accepted', 'rejected']));
  expect(page).toContain(`(recipes/${pack.form}/${pack.version}/)`);
});

/** Whether something in the file says all that the excerpt says. */
const says = (node: unknown, excerpt: unknown): boolean =>
  covers(node, excerpt) ||
  (typeof node === 'object' && node !== null && Object.values(node).some((each) => says(each, excerpt)));
const covers = (node: unknown, excerpt: unknown): boolean => {
  if (Array.isArray(excerpt))
    return Array.isArray(node) && excerpt.every((each) => node.some((entry) => covers(entry, each)));
  if (isObject(excerpt))
    return isObject(node) && Object.entries(excerpt).every(([key, each]) => covers(node[key], each));
  return node === excerpt;
};

const excerpts = [...page.matchAll(/```json (\S+)\n([^]*?)```/g)].map(([, path = '', text = '']) => ({ path, text }));

test('the page has excerpts of every recipe', () => {
  const named = new Set(excerpts.map(({ path }) => path.split('/')[0]));
  expect(packages.map(({ form }) => form).filter((form) => !named.has(form))).toEqual(['holiday-club-place']);
});

test.each(excerpts)('the page quotes $path as it is', ({ path, text }) => {
  const [form = '', ...rest] = path.split('/');
  const file = form === 'shared' ? path : join(form, '1.0.0', ...rest);
  expect(says(JSON.parse(readFileSync(join(authoring, 'recipes', file), 'utf8')), JSON.parse(text))).toBe(true);
});
