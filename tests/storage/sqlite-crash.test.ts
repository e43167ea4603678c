import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isObject } from '../../engine/json.ts';
import { openSqlite } from '../../server/platform/storage/sqlite/sqlite.ts';
import type { DocumentStore } from '../../server/platform/storage/store.ts';
import { items } from './contract.items.ts';

interface Writer {
  process: ChildProcess;
  /** Ids that the process had acknowledged, in all. */
  acknowledged: string[];
  said: () => string;
  /** Resolves at the `count`th acknowledged write. */
  reached: (count: number) => Promise<void>;
  ended: Promise<void>;
}

const script = join(import.meta.dirname, 'children/writer.ts');

let folder: string;
let file: string;
let running: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formwork-crash-'));
  file = join(folder, 'store.db');
  running = [];
  const store = await openSqlite({ file, collections: [items] });
  await store.insert('items', { _id: 'counter', total: {} });
  await store.close();
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

const startWriter = (name: string, before = ''): Writer => {
  const child = spawn('sh', ['-c', `${before} exec "$0" "$@"`, process.execPath, script, file, name]);
  running.push(child);
  const acknowledged: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => {
    acknowledged.push(line);
    for (const { count, resolve } of waiting) if (acknowledged.length >= count) resolve();
  });
  const ended = new Promise<void>((resolve) => lines.once('close', resolve));
  const reached = async (count: number): Promise<void> => {
    const enough = new Promise<void>((resolve) => waiting.push({ count, resolve }));
    const tooFew = ended.then(() => {
      throw new Error(`The writer ended after ${acknowledged.length} writes: ${errors}`);
    });
    await Promise.race([enough, tooFew]);
    tooFew.catch(() => undefined);
  };
  return { process: child, acknowledged, said: () => errors, reached, ended };
};

/** Every acknowledged write is there, and the counter has at least as many (at most one a lane more). */
const expectKept = async (store: DocumentStore, writers: Record<string, Writer>): Promise<void> => {
  const counter = await store.get('items', 'counter');
  for (const [name, { acknowledged }] of Object.entries(writers)) {
    const found = await Promise.all(acknowledged.map((id) => store.count('items', { _id: { eq: id } })));
    expect(acknowledged.filter((_, index) => found[index] !== 1)).toEqual([]);
    const counted = isObject(counter?.['total']) ? Number(counter['total'][name]) : 0;
    expect(counted).toBeGreaterThanOrEqual(acknowledged.length);
    expect(counted).toBeLessThanOrEqual(acknowledged.length + 8);
  }
};

test('a process killed in the midst of its writes has lost none that it acknowledged', async () => {
  for (const [name, count] of Object.entries({ first: 40, second: 300, third: 1000 })) {
    const writer = startWriter(name);
    await writer.reached(count);
    writer.process.kill('SIGKILL');
    await writer.ended;
    const store = await openSqlite({ file, collections: [items] });
    await expectKept(store, { [name]: writer });
    await store.close();
  }
}, 60_000);

test('two processes write to one file, one of them is killed, and neither loses a write', async () => {
  const left = startWriter('left');
  const right = startWriter('right');
  await Promise.all([left.reached(200), right.reached(200)]);
  left.process.kill('SIGKILL');
  await left.ended;
  await right.reached(right.acknowledged.length + 100);
  right.process.kill('SIGKILL');
  await right.ended;
  const store = await openSqlite({ file, collections: [items] });
  await expectKept(store, { left, right });
  await store.close();
}, 60_000);

test('a disk that takes no more is told to the writer, loses nothing, and is written to again when there is room', async () => {
  const writer = startWriter('full', 'ulimit -f 8000;');
  await writer.ended;
  expect(writer.said()).toMatch(/^unavailable after [1-9]\d*\n$/m);
  const store = await openSqlite({ file, collections: [items] });
  await expectKept(store, { full: writer });
  await store.insert('items', { _id: 'room again' });
  await store.close();
}, 60_000);
