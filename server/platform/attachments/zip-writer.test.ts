import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { zipOf } from './zip-writer.ts';

const at = new Date('2026-12-01T10:00:00Z');
const endless = (): Readable =>
  Readable.from(
    (function* () {
      for (;;) yield Buffer.from(String(Math.random()));
    })(),
  );

test('one file is open at a time', async () => {
  let open = 0;
  let most = 0;
  const content = (): Promise<Readable> => {
    open += 1;
    most = Math.max(most, open);
    return Promise.resolve(Readable.from([Buffer.from('some words')]).once('close', () => (open -= 1)));
  };
  const whole = await buffer(
    zipOf(
      [1, 2, 3].map((number) => ({ name: `${number}.txt`, content })),
      at,
    ),
  );
  expect(whole.subarray(0, 2).toString()).toBe('PK');
  expect([most, open]).toEqual([1, 0]);
});

test('a file that breaks off or cannot be opened breaks the zip off', async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error('the disk is gone'));
    },
  });
  await expect(buffer(zipOf([{ name: 'a', content: () => Promise.resolve(broken) }], at))).rejects.toThrow('gone');
  const missing = { name: 'a', content: () => Promise.reject(new Error('no such file')) };
  await expect(buffer(zipOf([missing], at))).rejects.toThrow('no such file');
});

test('whoever goes away leaves no file open', async () => {
  const source = endless();
  const zip = zipOf([{ name: 'a', content: () => Promise.resolve(source) }], at);
  await new Promise((resolve) => zip.once('data', resolve));
  zip.destroy();
  while (!source.destroyed) await setImmediate();
});
