/** What is fixed, and that nothing else is. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problemsIn } from './check.ts';
import { lint } from './lint/lint.ts';
import { applyFixes, sortRequired, treeOf, trimTexts } from './lint/fix.ts';
import { newForm } from './new.ts';
import { readPackage } from './packages.ts';
import { publish } from './publish.ts';

let formsDir: string;
let folder: string;
let told: string[];
beforeEach(() => {
  formsDir = mkdtempSync(join(tmpdir(), 'formwork-lint-'));
  folder = newForm(formsDir, 'river-trip');
  told = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void told.push(line));
});
afterEach(() => rmSync(formsDir, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
const edit = (file: string, find: string, replace: string): void => {
  expect(read(file)).toContain(find);
  write(
    file,
    read(file).replace(find, () => replace),
  );
};

test('a new form needs no fixing', async () => expect(await lint(formsDir, [])).toBe(true));

test('everything that is safe is fixed, to what it was before', async () => {
  const before = readPackage(formsDir, 'river-trip').files;
  edit('form.json', '  "$schema": "', '\t"$schema":    "');
  edit('ui.json', /  "\$schema.*\n/.exec(read('ui.json'))?.[0] ?? '', '');
  edit('examples/gaps.json', /  "\$schema.*\n/.exec(read('examples/gaps.json'))?.[0] ?? '', '');
  edit('schema.json', '"firstName", "lastName"', '"lastName", "firstName"');
  edit('schema.json', '"required": ["name", "phone"]', '"required": ["phone", "name"]');
  const last = '  "check.notYetBorn": "The date of birth lies in the future. Check the year."\n';
  edit('text.en.json', `,\n${last}`, '\n');
  edit('text.en.json', '{\n', `{\n${last.replace('."', '. \\t"').replace('\n', ',\n')}`);

  expect(await lint(formsDir, [])).toBe(false);
  expect(readPackage(formsDir, 'river-trip').files).not.toEqual(before);
  told = [];
  expect(await lint(formsDir, [], { fix: true })).toBe(true);
  expect(readPackage(formsDir, 'river-trip').files).toEqual(before);
  const words = told.join('\n');
  for (const word of ['layout', 'names its schema', '2 lists “required”', 'white space', 'in the order of the form'])
    expect(words).toContain(word);
  expect(await lint(formsDir, [])).toBe(true);
});

test('a text that nothing names goes only when that is asked', async () => {
  edit('text.en.json', '  "firstName.label"', '  "firstname.label": "First name",\n  "firstName.label"');
  await lint(formsDir, ['river-trip'], { fix: true });
  expect(read('text.en.json')).toContain('firstname.label');
  await lint(formsDir, ['river-trip'], { fix: true, unused: true });
  expect(read('text.en.json')).not.toContain('firstname.label');
  expect(problemsIn(formsDir, readPackage(formsDir, 'river-trip'))).toEqual([]);
});

test('a published version is never touched', async () => {
  edit('text.en.json', '"First name"', '"First name "');
  publish(formsDir, 'river-trip');
  const before = readPackage(formsDir, 'river-trip').files;
  expect(await lint(formsDir, [], { fix: true, unused: true })).toBe(true);
  expect(readPackage(formsDir, 'river-trip').files).toEqual(before);
});

test('blocks that forms share are fixed with all forms, not with one', async () => {
  const block = join(formsDir, 'shared', 'person.json');
  mkdirSync(join(formsDir, 'shared'));
  writeFileSync(block, '{"texts": {"en": {}}}');
  expect(await lint(formsDir, ['river-trip'], { fix: true })).toBe(true);
  expect(readFileSync(block, 'utf8')).toBe('{"texts": {"en": {}}}');
  expect(await lint(formsDir, [], { fix: true })).toBe(true);
  expect(readFileSync(block, 'utf8')).toMatch(/^\{\n {2}"\$schema": ".*block\.schema\.json",\n {2}"texts"/);
});

test.each(['{ "firstName.label": "One", "firstName.label": "Two" }', '{ "firstName.label": "One", }', '// words\n{}'])(
  'what cannot be read with certainty is left alone: %s',
  async (text) => {
    write('text.en.json', text);
    expect(await lint(formsDir, [], { fix: true })).toBe(false);
    expect(read('text.en.json')).toBe(text);
    expect(told.join('\n')).toContain('is left alone');
  },
);

test('no value of any JSON is changed but for white space at the ends of texts', () => {
  const trimmed = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, node: unknown) => {
        if (typeof node !== 'string') return node;
        const short = node.replaceAll(/[ \t]+(?=\r?\n|$)/g, '');
        return short === '' ? node : short;
      }),
    );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = JSON.stringify(value);
      fc.pre(treeOf(text) !== undefined);
      expect(JSON.parse(applyFixes(text, [trimTexts]).text)).toEqual(trimmed(value));
    }),
  );
});

test('a “required” that names what is not there is left to the check', () => {
  const text = '{"required":["b","x","a"],"properties":{"a":{},"b":{}}}';
  expect(applyFixes(text, [sortRequired])).toEqual({ text, done: [] });
});
