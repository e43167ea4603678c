/** That the page on security names no test or file that is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/operating/security.md'), 'utf8');

test('every file that the page names is there', () => {
  const named = [...page.matchAll(/`([\w./-]+\.ts|tests\/[\w/-]+|server\/[\w/-]+|deploy\/[\w/-]*)`/g)].flatMap(
    ([, path]) => path ?? [],
  );
  expect(named.length).toBeGreaterThan(60);
  const missing = named.filter((path) => ![path, `tests/api/${path}`].some((each) => existsSync(join(root, each))));
  expect([...new Set(missing)]).toEqual([]);
});

test('every requirement is named once', () => {
  const rows = page.split('\n').flatMap((line) => /^\| ([\d., to]+?) +\|/.exec(line)?.[1] ?? []);
  const numbers = rows.flatMap((row) =>
    row.split(', ').flatMap((part) => {
      const [from = '', to = from] = part.split(' to ');
      const start = Number(from.split('.')[2]);
      const [chapter, section] = from.split('.');
      const end = to.startsWith(`${chapter}.${section}.`) ? Number(to.split('.')[2]) : start;
      return Array.from({ length: end - start + 1 }, (_, index) => `${chapter}.${section}.${start + index}`);
    }),
  );
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});
