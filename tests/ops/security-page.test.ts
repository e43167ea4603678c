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

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they stand before those of level 3. V9, V10 and V17 are left out as wholes. */
const sections: Record<string, number[]> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  11: [2, 3, 3, 4, 1, 1],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7],
  16: [1, 5, 4, 3, 3],
};

test('every requirement is named once, and no other', () => {
  const rows = page.split('\n').flatMap((line) => /^\| ([\d., to]+?) +\|/.exec(line)?.[1] ?? []);
  const numbers = rows.flatMap((row) =>
    row.split(', ').flatMap((part) => {
      const [from = '', to = from] = part.split(' to ');
      const [chapter, section, first] = from.split('.');
      const [, , last] = to.split('.');
      expect(to.startsWith(`${chapter}.${section}.`), part).toBe(true);
      return Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, index) => `${chapter}.${section}.${Number(first) + index}`,
      );
    }),
  );
  const wanted = Object.entries(sections).flatMap(([chapter, counts]) =>
    counts.flatMap((count, section) =>
      Array.from({ length: count }, (_, index) => `${chapter}.${section + 1}.${index + 1}`),
    ),
  );
  expect(numbers.toSorted()).toEqual(wanted.toSorted());
});
