import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { partWords, translateIn } from '../parts/words.ts';
import own from './words.en.json' with { type: 'json' };
import polish from './words.pl.json' with { type: 'json' };
import { languagesOf, nameOf } from './language/languages.ts';
import { englishT, localeIn, type FormKey } from './words.ts';

const english: Record<string, string> = { ...partWords, ...own };
const translated: Record<string, string> = polish;
const named = (text = ''): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

test('Polish has every word that English has, with the same values in it', () => {
  expect(Object.keys(english).filter((key) => !Object.hasOwn(translated, key))).toEqual([]);
  for (const [key, text] of Object.entries(english)) expect(named(translated[key]), key).toEqual(named(text));
});

test('a number takes the plural that its language has for it', async () => {
  const t = translateIn<FormKey>(await localeIn('pl'));
  expect([1, 3, 5, 22].map((count) => t.count('files.added', count))).toEqual([
    'Dodano 1 dokument.',
    'Dodano 3 dokumenty.',
    'Dodano 5 dokumentów.',
    'Dodano 22 dokumenty.',
  ]);
  expect([1, 2000].map((count) => englishT.count('files.added', count))).toEqual([
    '1 document added.',
    '2,000 documents added.',
  ]);
});

test('a language without words of the portal is spoken to in English', async () => {
  expect((await localeIn('ar')).language).toBe('en');
  expect((await localeIn('constructor')).language).toBe('en');
});

test('languages stand by their own names, English first', () => {
  expect(languagesOf({ texts: { pl: {}, cy: {}, en: {} } }).map(nameOf)).toEqual(['English', 'Cymraeg', 'Polski']);
});

test('every dialog over a page in another language takes its words from the catalogue', () => {
  const root = new URL('..', import.meta.url).pathname;
  // Pages of the council and of tasks are in English; so is the frame, which says so.
  const english = /^pages\/(council|tasks|account)\/|^shell\/PersonMenu/;
  const dialogs = globSync('**/*.tsx', { cwd: root })
    .filter((file) => !english.test(file))
    .map((file) => ({ file, source: readFileSync(root + file, 'utf8') }))
    .filter(({ source }) => /<(?:\w*Dialog|Menu)\b/.test(source));
  expect(dialogs.length).toBeGreaterThan(6);
  const written = dialogs.flatMap(({ file, source }) =>
    [
      ...source.matchAll(
        /^ +[A-Z][a-z]+(?: [\w’,]+)*[.?…]?$|>[A-Z][^<>{}=]+<\/|\b(?:title|label|busyText)="[A-Z][^"]*"/gm,
      ),
    ].map(([text]) => `${file}: ${text.trim()}`),
  );
  expect(written).toEqual([]);
});
