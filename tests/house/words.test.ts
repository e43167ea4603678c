/** Words of our own dialect do not come back: names, comments and docs say what an English engineer would. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Spelt in pieces, so that this file does not hold them. */
const dialect = new RegExp(['\\bm' + 'end', '\\ba' + 'new\\b', 'd' + 'eed', 'l' + 'ying\\b'].join('|'), 'i');
/** What has happened stays as it was told. */
const history = 'CHANGELOG.md';
/** What is installed or built, and texts of published forms, which never change. */
const apart = ['node_modules', 'dist', 'data', '.git', 'types'];

test('no name, comment or page of the docs uses them', () => {
  const exclude = (path: string): boolean => apart.includes(path);
  const files = globSync('**/*.{ts,tsx,md}', { cwd: root, exclude }).filter((file) => file !== history);
  expect(files.length).toBeGreaterThan(900);
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (dialect.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
