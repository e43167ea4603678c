/** What an author is told of a folder as programs leave it, and how much of it at once. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from '../../engine/author.ts';
import { gathered, problemsIn, problemsOfAll } from './check.ts';
import { forgetVerdicts } from './judging/verdicts.ts';
import { newForm } from './new.ts';
import { packageFolders, readPackage } from './packages.ts';

const formsDir = mkdtempSync(join(tmpdir(), 'formwork-check-'));
afterAll(() => {
  rmSync(formsDir, { recursive: true, force: true });
  forgetVerdicts(formsDir);
});

const newFolder = (id: string): { folder: string; rules: () => string[] } => {
  const folder = newForm(formsDir, id);
  return { folder, rules: () => problemsIn(formsDir, readPackage(formsDir, id)).map(({ rule }) => rule) };
};

test('a file that is not read is told of, unless an editor or the machine left it there', () => {
  const { folder, rules } = newFolder('river-file');
  writeFileSync(join(folder, '.DS_Store'), '');
  writeFileSync(join(folder, 'ui.json~'), '');
  writeFileSync(join(folder, 'examples', 'Thumbs.db'), '');
  expect(rules()).toEqual([]);
  writeFileSync(join(folder, 'examples', 'full.json.txt'), '{}');
  expect(rules()).toEqual(['package-files']);
});

test('a file in another encoding is told of by its encoding', () => {
  const { folder, rules } = newFolder('river-letters');
  const file = join(folder, 'text.en.json');
  const text = readFileSync(file, 'utf8').replace('First name', 'Child’s name');
  writeFileSync(file, Buffer.from(text.replace('’', '\x92'), 'latin1'));
  expect(rules()).toEqual(['file-encoding']);
  writeFileSync(file, Buffer.from(text, 'utf16le'));
  expect(rules()).toEqual(['json-syntax']);
  writeFileSync(file, `\uFEFF${text}`);
  expect(rules()).toEqual(['json-syntax']);
});

test('many warnings of one kind in a file are one line, and hide no error', async () => {
  const { folder } = newFolder('river-languages');
  const texts = JSON.parse(readFileSync(join(folder, 'text.en.json'), 'utf8')) as Record<string, string>;
  writeFileSync(join(folder, 'text.cy.json'), JSON.stringify({ 'firstName.label': 'Enw', 'firstName.help': '<b>' }));
  const all = await problemsOfAll(formsDir, packageFolders(formsDir, ['river-languages']));
  expect(all.length).toBeGreaterThan(Object.keys(texts).length - 2);
  const told = gathered(all);
  expect(told.filter(({ rule }) => rule === 'text-gap')).toHaveLength(1);
  expect(told.some(({ rule, severity }) => rule === 'text-plain' && severity === 'error')).toBe(true);
  expect(told.find(({ rule }) => rule === 'text-gap')?.message).toMatch(/There are \d+ more like it in this file\.$/);
});

test('warnings about published versions are told when they are asked for', async () => {
  const { folder } = newFolder('river-published');
  rmSync(join(folder, 'examples'), { recursive: true });
  const told = async (all: boolean): Promise<string[]> =>
    (await problemsOfAll(formsDir, packageFolders(formsDir, ['river-published']), all)).map(({ rule }) => rule);
  expect(await told(false)).toEqual(['example-there']);
  writeFileSync(join(formsDir, 'forms.lock'), JSON.stringify({ 'river-published': { '1.0.0': readHash() } }));
  expect(await told(false)).toEqual([]);
  expect(await told(true)).toEqual(['example-there']);
});

const readHash = (): string => {
  const { files } = readPackage(formsDir, 'river-published');
  const parsed = parse(files);
  return 'definition' in parsed ? parsed.definition.hash : '';
};

test('a verdict that was kept holds until anything that it depends on changes', async () => {
  const { folder } = newFolder('river-kept');
  const rules = async (): Promise<string[]> =>
    (await problemsOfAll(formsDir, packageFolders(formsDir, ['river-kept']))).map(({ rule }) => rule);
  expect(await rules()).toEqual([]);
  expect(await rules()).toEqual([]);
  const file = join(folder, 'text.en.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"First name"', '"First <b>name"'));
  expect(await rules()).toEqual(['text-plain']);
  expect(await rules()).toEqual(['text-plain']);
  writeFileSync(file, text);
  expect(await rules()).toEqual([]);
});

test('many packages are judged as one by one, in their order', async () => {
  for (let number = 0; number < 9; number += 1) {
    const { folder } = newFolder(`lake-${number}`);
    if (number % 2 === 1) rmSync(join(folder, 'examples'), { recursive: true });
  }
  const lakes = Array.from({ length: 9 }, (_, number) => `lake-${number}`);
  const alone = lakes.flatMap((id) => problemsIn(formsDir, readPackage(formsDir, id)));
  expect(alone).toHaveLength(4);
  expect(await problemsOfAll(formsDir, packageFolders(formsDir, lakes))).toEqual(alone);
}, 60_000);
