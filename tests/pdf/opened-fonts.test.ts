import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sentences } from '../support/languages.ts';

const fileOf = (name: string): string => fileURLToPath(new URL(`../support/${name}`, import.meta.url));

/** The font files that are read for a document with a text, in their order. */
const readFor = (text: string): string[] => {
  const told = new URL('../support/told-fonts.mjs', import.meta.url).href;
  const done = spawnSync(process.execPath, ['--import', told, fileOf('draw-text.ts'), text], { encoding: 'utf8' });
  expect(Number(done.stdout)).toBeGreaterThan(1000);
  return [...done.stderr.matchAll(/^read (.+)$/gm)].map(([, name = '']) => name).sort();
};

const latin = ['NotoSans_400Regular.ttf', 'NotoSans_700Bold.ttf'];

test('a document of Latin letters reads the Latin font in its two weights, once, and no other', () => {
  expect([...new Set(readFor(`${sentences['Polish']} ${sentences['Vietnamese']} ‘£12.50’ – 3 × 4`))]).toEqual(latin);
});

test('another script reads one font more', () => {
  expect([...new Set(readFor(sentences['Bengali'] ?? ''))]).toEqual(
    ['NotoSansBengali_400Regular.ttf', ...latin].sort(),
  );
});

test('Chinese reads only slices of its font that hold letters of the text', () => {
  const slices = new Set(readFor('人人生而自由').filter((name) => !latin.includes(name)));
  expect(slices.size).toBeGreaterThan(0);
  expect(slices.size).toBeLessThanOrEqual(6);
  for (const slice of slices) expect(slice).toMatch(/^noto-sans-sc-\d+-wght-normal\.woff2$/);
});
