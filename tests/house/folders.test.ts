/** A folder of code can be taken in at one look. */
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const most = 25;
/** One function a file: the folder is the list of them. */
const registries = ['engine/facts'];

test('none holds more files of code beside each other', () => {
  const files = globSync('{engine,wire,server,renderer,scripts,tests,bench,clients}/**/*.{ts,tsx,mjs,css}', {
    cwd: root,
    exclude: (path) => path === 'node_modules' || path === 'broken',
  });
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect(counts.size).toBeGreaterThan(80);
  const crowded = [...counts].filter(([folder, count]) => count > most && !registries.includes(folder));
  expect(crowded).toEqual([]);
});
