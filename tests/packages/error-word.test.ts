/** “Error:” belongs to the page, which says it before each message once. No message brings it along. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const found = (...patterns: string[]): string[] => globSync(patterns, { cwd: root }).sort();

/** `Błąd: {message}` → `Błąd:`. */
const pagesWord = (words: unknown): string[] => {
  const text: unknown = typeof words === 'object' && words !== null ? Reflect.get(words, 'error') : undefined;
  return typeof text === 'string' ? [text.replace('{message}', '').trim()] : [];
};

const wordFiles = found(
  'renderer/**/words.*.json',
  'engine/languages/*.json',
  'forms/**/text.*.json',
  'forms/shared/*.json',
  'council/**/*.json',
);
const words = new Set(wordFiles.flatMap((path) => pagesWord(JSON.parse(read(path)))));

/** Texts of a file by the keys that lead to them. */
const textsOf = (value: unknown, key = ''): [key: string, text: string][] => {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, name));
};

const begins = (text: string): boolean => [...words].some((word) => text.trimStart().startsWith(word));

test('no text begins with the word of the page for an error, but the two in which the page says it', () => {
  expect(words).toContain('Error:');
  const wrong = wordFiles.flatMap((path) =>
    textsOf(JSON.parse(read(path)))
      .filter(([key, text]) => begins(text) && key !== 'error' && key !== 'errorTitle')
      .map(([key]) => `${path} ${key}`),
  );
  expect(wrong).toEqual([]);
});

test('no code of the engine or the server, and no page, writes it into a message', () => {
  const wrong = found('{engine,server,wire,renderer}/**/*.{ts,tsx}')
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .filter((path) => /(['"`>]|\\n)\s*Error: /.test(read(path)));
  expect(wrong).toEqual([]);
});
