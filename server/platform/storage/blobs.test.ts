import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeKeys } from '../../../tests/support/servers/seal-keys.ts';
import { reachingBlobs } from './blob-errors.ts';
import { CutOffError, openFileBlobs, TooManyBytesError, type Blobs } from './blobs.ts';
import { openKeyring } from './sealed/keys.ts';
import { sealedBlobs } from './sealed/sealed-blobs.ts';
import { StoreUnavailableError } from './store.ts';

let folder: string;
let blobs: Blobs;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formwork-blobs-'));
});
afterEach(() => rm(folder, { recursive: true }));

const withSeals = async (): Promise<Blobs> => {
  const keys = await openKeyring({ keysFile: writeKeys(join(folder, 'keys'), 'k1'), keysCommand: [] });
  if (keys === undefined) throw new Error('No keys are set');
  return sealedBlobs(await openFileBlobs(folder), keys);
};
const kinds = [
  { name: 'files', openBlobs: () => openFileBlobs(folder) },
  { name: 'sealed files', openBlobs: withSeals },
];

const plenty = { maxBytes: 10_000_000 };
const content = Buffer.from('Żółw 🐢 '.repeat(50_000));
const streamOf = (bytes: Buffer): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / 9999) }, (_, n) => bytes.subarray(n * 9999, n * 9999 + 9999)),
  );
const incoming = (): Promise<string[]> => readdir(join(folder, 'incoming'));
const kept = async (): Promise<string[]> => {
  const ids: string[] = [];
  for await (const id of blobs.keptBefore(new Date(Date.now() + 60_000))) ids.push(id);
  return ids.sort();
};

describe.each(kinds)('$name', ({ openBlobs }) => {
  beforeEach(async () => {
    blobs = await openBlobs();
  });

  test('gives back what came in, byte for byte, also after a restart', async () => {
    const received = await blobs.receive(streamOf(content), plenty);
    expect(received).toMatchObject({
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect(await readFile(received.path)).toEqual(content);
    const id = await received.keep();
    expect(await incoming()).toEqual([]);
    blobs = await openBlobs();
    expect(await buffer(await blobs.open(id))).toEqual(content);
    expect(await kept()).toEqual([id]);
  });

  test('comes back from a backup under its own id, and under no other name', async () => {
    const id = 'A'.repeat(22);
    expect(await (await blobs.receive(streamOf(content), plenty)).keep(id)).toBe(id);
    expect(await buffer(await blobs.open(id))).toEqual(content);
    const received = await blobs.receive(streamOf(content), plenty);
    await expect(received.keep('../escape')).rejects.toThrow('Not the id of a blob');
    await received.discard();
  });

  test('nobody else on the machine may read it, and its name says nothing of it', async () => {
    const ids = await Promise.all(
      Array.from({ length: 3 }, async () => (await blobs.receive(streamOf(content), plenty)).keep()),
    );
    expect(new Set(ids).size).toBe(3);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    for (const id of ids) {
      const path = join(folder, `blobs-${id.slice(0, 2)}`, id);
      expect((await stat(path)).mode & 0o077).toBe(0);
    }
  });

  test('one byte too many ends it at once: the rest is not read, nothing stays, and the sender can still be answered', async () => {
    let asked = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          asked += 1;
          yield Buffer.alloc(1000);
        }
      })(),
    );
    await expect(blobs.receive(endless, { maxBytes: 5000 })).rejects.toBeInstanceOf(TooManyBytesError);
    expect(asked).toBeLessThan(50);
    expect(endless.destroyed).toBe(false);
    endless.destroy();
    expect(await incoming()).toEqual([]);
    const whole = await blobs.receive(streamOf(content), { maxBytes: content.length });
    expect(whole.bytes).toBe(content.length);
  });

  test('a stream that breaks off leaves nothing', async () => {
    const broken = Readable.from(
      (function* () {
        yield content;
        throw new Error('gone');
      })(),
    );
    await expect(blobs.receive(broken, plenty)).rejects.toBeInstanceOf(CutOffError);
    expect(await incoming()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  test('what is discarded or deleted is gone, twice or once', async () => {
    const received = await blobs.receive(streamOf(content), plenty);
    await received.discard();
    await received.discard();
    await expect(received.keep()).rejects.toThrow(StoreUnavailableError);
    const id = await (await blobs.receive(streamOf(content), plenty)).keep();
    await blobs.delete(id);
    await blobs.delete(id);
    await expect(blobs.open(id)).rejects.toThrow('ENOENT');
    expect(await kept()).toEqual([]);
  });

  test('no id leads out of the folder', async () => {
    await writeFile(join(folder, 'secret'), 'x');
    for (const id of ['../secret', 'incoming', '', `../${'a'.repeat(19)}`, `${'a'.repeat(21)}/`]) {
      await expect(blobs.open(id)).rejects.toThrow('Not the id of a blob');
      await expect(blobs.delete(id)).rejects.toThrow('Not the id of a blob');
    }
  });

  test('leftovers of a crash go at the next start, but not what another server is writing', async () => {
    const [old, young] = ['old', 'young'].map((name) => join(folder, 'incoming', name));
    for (const path of [old, young]) await writeFile(path ?? '', 'half');
    const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(old ?? '', hoursAgo, hoursAgo);
    await openBlobs();
    expect(await incoming()).toEqual(['young']);
  });

  test('a folder that cannot be written to is nobody’s fault, and it is written to again when it can', async () => {
    await rm(join(folder, 'incoming'), { recursive: true });
    await expect(blobs.receive(streamOf(content), plenty)).rejects.toThrow(StoreUnavailableError);
    await mkdir(join(folder, 'incoming'));
    const received = await blobs.receive(streamOf(content), plenty);
    await rm(received.path);
    await expect(received.keep()).rejects.toThrow(StoreUnavailableError);
  });
});

test('a broken connection passes, and what a disk says of a mistake of ours does not', async () => {
  const failing = (code: string) =>
    reachingBlobs(() => Promise.reject(Object.assign(new Error(code), { code, syscall: 'read' })));
  await expect(failing('ECONNRESET')).rejects.toThrow(StoreUnavailableError);
  await expect(failing('EISDIR')).rejects.toMatchObject({ code: 'EISDIR' });
});
