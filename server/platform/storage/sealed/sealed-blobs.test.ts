import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeKeys } from '../../../../tests/support/servers/seal-keys.ts';
import { openFileBlobs, type Blobs } from '../blobs.ts';
import { newId } from '../../../core/ids.ts';
import { openKeyring } from './keys.ts';
import { sealedBlobs, type SealedBlobs } from './sealed-blobs.ts';
import { segmentBytes } from './segments.ts';

const headBytes = 104;
const sealedSegment = segmentBytes + 16;

let folder: string;
let inner: Blobs;
let blobs: SealedBlobs;

const withKeys = async (...ids: string[]): Promise<SealedBlobs> => {
  const keys = await openKeyring({ keysFile: writeKeys(join(folder, 'keys'), ...ids), keysCommand: [] });
  if (keys === undefined) throw new Error('No keys are set');
  return sealedBlobs(inner, keys);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formwork-blobs-'));
  inner = await openFileBlobs(folder);
  blobs = await withKeys('k1');
});
afterEach(() => rm(folder, { recursive: true }));

const secret = 'What the doctor wrote. ';
const content = (length: number): Buffer => Buffer.alloc(length, secret);
const keep = async (to: Blobs, bytes: Buffer): Promise<string> =>
  (await to.receive(Readable.from([bytes]), { maxBytes: 10_000_000 })).keep();
const pathOf = (id: string): string => join(folder, `blobs-${id.slice(0, 2)}`, id);
const read = async (from: Blobs, id: string): Promise<Buffer> => buffer(await from.open(id));

test.each([0, 1, segmentBytes - 1, segmentBytes, segmentBytes + 1, 3 * segmentBytes, 200_001])(
  '%i bytes come back as they were, and lie sealed',
  async (length) => {
    const id = await keep(blobs, content(length));
    expect(await read(blobs, id)).toEqual(content(length));
    const raw = await readFile(pathOf(id));
    expect(raw.includes(secret)).toBe(false);
    expect(raw.length).toBe(headBytes + length + 16 * Math.max(1, Math.ceil(length / segmentBytes)));
    expect(await blobs.keyOf(id)).toBe('k1');
  },
);

test('two of the same bytes lie there differently', async () => {
  const [one, other] = [await keep(blobs, content(500)), await keep(blobs, content(500))];
  const [left, right] = [await readFile(pathOf(one)), await readFile(pathOf(other))];
  expect(left.subarray(headBytes)).not.toEqual(right.subarray(headBytes));
});

test('what was plain before is read, and sealed in its own place', async () => {
  for (const length of [0, 50, headBytes, 200_000]) {
    const id = await keep(inner, content(length));
    expect(await blobs.keyOf(id)).toBeUndefined();
    expect(await read(blobs, id)).toEqual(content(length));
    await blobs.reseal(id);
    expect(await blobs.keyOf(id)).toBe('k1');
    expect(await read(blobs, id)).toEqual(content(length));
  }
});

test('sealed again it is under the first key, also for who is reading it in that moment', async () => {
  const id = await keep(blobs, content(5 * segmentBytes));
  const newer = await withKeys('k2', 'k1');
  const reading = await newer.open(id);
  await newer.reseal(id);
  expect(await newer.keyOf(id)).toBe('k2');
  expect(await buffer(reading)).toEqual(content(5 * segmentBytes));
  expect(await read(await withKeys('k2'), id)).toEqual(content(5 * segmentBytes));
  await expect((await withKeys('k3')).open(id)).rejects.toThrow(
    `blob ${id}: what was sealed with the key k2 cannot be opened: there is no such key here`,
  );
});

describe('is noticed, and nothing of it is given out as whole:', () => {
  const length = 3 * segmentBytes + 1000;
  const damaged: Record<string, (bytes: Buffer) => Buffer> = {
    'a changed salt': (bytes) => bytes.fill(bytes[100] === 1 ? 2 : 1, 100, 101),
    'a changed bit': (bytes) =>
      bytes.fill(bytes[headBytes + 70_000] === 1 ? 2 : 1, headBytes + 70_000, headBytes + 70_001),
    'an end cut off within a segment': (bytes) => bytes.subarray(0, -10),
    'an end cut off behind a segment': (bytes) => bytes.subarray(0, headBytes + 2 * sealedSegment),
    'everything cut off': (bytes) => bytes.subarray(0, headBytes),
    'a segment taken out': (bytes) =>
      Buffer.concat([bytes.subarray(0, headBytes), bytes.subarray(headBytes + sealedSegment)]),
    'two segments in each other’s place': (bytes) =>
      Buffer.concat([
        bytes.subarray(0, headBytes),
        bytes.subarray(headBytes + sealedSegment, headBytes + 2 * sealedSegment),
        bytes.subarray(headBytes, headBytes + sealedSegment),
        bytes.subarray(headBytes + 2 * sealedSegment),
      ]),
    'more behind the end': (bytes) => Buffer.concat([bytes, Buffer.alloc(100)]),
  };

  test.each(Object.entries(damaged))('%s', async (_name, damage) => {
    const id = await keep(blobs, content(length));
    await writeFile(pathOf(id), damage(await readFile(pathOf(id))));
    const raw = await readFile(pathOf(id));
    await expect(read(blobs, id)).rejects.toThrow(`blob ${id}: what was sealed with the key k1 cannot be opened`);
    await expect(blobs.reseal(id)).rejects.toThrow(`blob ${id}: what was sealed with the key k1 cannot be opened`);
    expect(await readFile(pathOf(id))).toEqual(raw);
  });

  test('the bytes of another document', async () => {
    const id = await keep(blobs, content(length));
    const other = newId();
    await mkdir(dirname(pathOf(other)), { recursive: true });
    await copyFile(pathOf(id), pathOf(other));
    await expect(read(blobs, other)).rejects.toThrow(`blob ${other}: what was sealed with the key k1`);
  });
});
