/** Whoever looks after a demonstration need not say that it is one: its store does. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../../server/core/clock.ts';
import { readConfig } from '../../server/core/config.ts';
import { collection, id } from '../../server/demonstration/mark.ts';
import { openStorage } from '../../server/platform/storage/open.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'formwork-demonstration-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verify = async (dataDir: string): Promise<string> => {
  const args = ['--disable-warning=ExperimentalWarning', 'scripts/ops.ts', 'verify'];
  const env = { PATH: process.env['PATH'] ?? '', FORMWORK_DATA_DIR: dataDir };
  return promisify(execFile)(process.execPath, args, { cwd: root, env }).then(
    ({ stdout }) => stdout,
    (error: unknown) => String(error),
  );
};

const store = async (dataDir: string, marked: boolean): Promise<void> => {
  const config = readConfig({ FORMWORK_DATA_DIR: dataDir, FORMWORK_DEMONSTRATION: 'yes' });
  const storage = await openStorage(config, systemClock);
  const mark = { _id: id, day: '2026-11-02', done: 0, finished: false };
  if (marked) await storage.store.insert(collection, mark);
  await storage.closeBlobs();
  await storage.store.close();
};

test('a demonstration’s store is looked after without the settings of a service; no other is', async () => {
  const nowhere = join(folder, 'nowhere');
  expect(await verify(nowhere)).toContain('There is no store in');
  expect(existsSync(nowhere)).toBe(false);
  const real = mkdtempSync(join(folder, 'real-'));
  await store(real, false);
  // Nothing is mailed, so that nobody is asked for a mail server.
  expect(await verify(real)).toMatch(/0 submissions/);
  const demonstration = mkdtempSync(join(folder, 'demonstration-'));
  await store(demonstration, true);
  const found = await verify(demonstration);
  expect(found).not.toContain('FORMWORK_SMTP_URL');
  expect(found).toMatch(/whole|0 submissions|nothing/i);
}, 300_000);
