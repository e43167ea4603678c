/** What an author is told of a folder as programs leave it, and how much of it at once. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from '../../engine/author.ts';
import { gathered, problemsIn, problemsOfAll } from './check.ts';
import { newForm } from './new.ts';
import { readPackage, readPackages } from './packages.ts';

const formsDir = mkdtempSync(join(tmpdir(), 'formwork-check-'));
afterAll(() => rmSync(formsDir, { recursive: true, force: true }));

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

test('many warnings of one kind in a file are one line, and hide no error', () => {
  const { folder } = newFolder('river-languages');
  const texts = JSON.parse(readFileSync(join(folder, 'text.en.json'), 'utf8')) as Record<string, string>;
  writeFileSync(join(folder, 'text.cy.json'), JSON.stringify({ 'firstName.label': 'Enw', 'firstName.help': '<b>' }));
  const all = problemsOfAll(formsDir, readPackages(formsDir, ['river-languages']));
  expect(all.length).toBeGreaterThan(Object.keys(texts).length - 2);
  const told = gathered(all);
  expect(told.filter(({ rule }) => rule === 'text-gap')).toHaveLength(1);
  expect(told.some(({ rule, severity }) => rule === 'text-plain' && severity === 'error')).toBe(true);
  expect(told.find(({ rule }) => rule === 'text-gap')?.message).toMatch(/There are \d+ more like it in this file\.$/);
});

test('warnings about published versions are told when they are asked for', () => {
  const { folder } = newFolder('river-published');
  rmSync(join(folder, 'examples'), { recursive: true });
  const told = (all: boolean): string[] =>
    problemsOfAll(formsDir, readPackages(formsDir, ['river-published']), all).map(({ rule }) => rule);
  expect(told(false)).toEqual(['example-there']);
  writeFileSync(join(formsDir, 'forms.lock'), JSON.stringify({ 'river-published': { '1.0.0': readHash() } }));
  expect(told(false)).toEqual([]);
  expect(told(true)).toEqual(['example-there']);
});

const readHash = (): string => {
  const { files } = readPackage(formsDir, 'river-published');
  const parsed = parse(files);
  return 'definition' in parsed ? parsed.definition.hash : '';
};
