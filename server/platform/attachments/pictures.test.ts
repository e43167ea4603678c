import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jpg, png } from '../../../tests/support/files.ts';
import { exifJpg, progressiveJpg, textPng } from '../../../tests/support/pictures.ts';
import type { Look } from './finding.ts';
import { isJpeg, isPng } from './pictures.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formwork-pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

const look = async (by: Look, content: Uint8Array): Promise<string> => {
  const path = join(folder, 'picture');
  await writeFile(path, content);
  const file = await open(path);
  return await by(file, content.length).finally(() => file.close());
};

const table = jpg.indexOf(0xdb) - 1;
const spaced = Uint8Array.from([...jpg.slice(0, table), 0, 0, 7, ...jpg.slice(table)]);

test.each([
  ['a plain JPEG', isJpeg, jpg, jpg.length],
  ['a JPEG of a camera', isJpeg, exifJpg, exifJpg.length - 40],
  ['a JPEG with bytes between its segments', isJpeg, spaced, spaced.length],
  ['a progressive JPEG', isJpeg, progressiveJpg, progressiveJpg.length],
  ['a plain PNG', isPng, png, png.length],
  ['a PNG with text', isPng, textPng, textPng.length],
])('$0 is whole from its end on, and cut anywhere before', async (_, by, content, end) => {
  for (let length = 8; length <= content.length; length += length > 100 && length < end - 100 ? 97 : 1)
    expect([length, await look(by, content.slice(0, length))]).toEqual([length, length < end ? 'damaged' : 'right']);
});

test('a long drawing is gone through to its end, wherever the pieces of it are cut', async () => {
  const start = jpg.indexOf(0xda) + 1 + 8;
  for (const length of [65_535, 65_536, 131_072, 200_001]) {
    for (const at of [length - 1, length - 2, length - 3]) {
      const drawing = Buffer.alloc(length, 0x55);
      drawing.set([0xff, 0x00], at - 1);
      const whole = Buffer.concat([jpg.subarray(0, start), drawing, Buffer.from('ffd9', 'hex')]);
      expect(await look(isJpeg, whole)).toBe('right');
      expect(await look(isJpeg, whole.subarray(0, -1))).toBe('damaged');
    }
  }
});
