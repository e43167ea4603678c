/** What the timer does: a whole backup, the old ones gone, the new one copied away; where the copying fails nothing old goes. */
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupInto } from '../../scripts/ops/backup-into.ts';
import { lastBackup } from '../../server/platform/jobs/last-backup.ts';
import { startAngling } from '../support/angling.ts';
import type { TestPortal } from '../support/portal.ts';

let portal: TestPortal;
let folder: string;
beforeAll(async () => {
  portal = await startAngling();
  folder = await mkdtemp(join(tmpdir(), 'formwork-nightly-'));
});
afterAll(async () => {
  await portal.stop();
  await rm(folder, { recursive: true, force: true });
});

test('each is whole and copied away; those of before fourteen days go, once that is done, and nothing else does', async () => {
  const into = join(folder, 'backups');
  const parts = { ...portal.storage, clock: portal.clock };
  const then = join(folder, 'copy-away');
  await writeFile(then, `#!/bin/sh\necho "$1" >> '${folder}/copied'\n`);
  await chmod(then, 0o700);
  const first = await backupInto(parts, into, { keepDays: 14, then });
  await writeFile(join(into, 'not-ours.tar'), '');
  portal.clock.forward({ days: 15 });
  await expect(backupInto(parts, into, { keepDays: 14, then: join(folder, 'nothing') })).rejects.toThrow('ENOENT');
  expect(await readdir(into)).toContain(first.file.slice(into.length + 1));
  portal.clock.forward({ seconds: 60 });
  const second = await backupInto(parts, into, { keepDays: 14, then });
  expect(second.removed).toEqual([first.file.slice(into.length + 1)]);
  expect(await readdir(into)).toContain('not-ours.tar');
  expect(await readFile(join(folder, 'copied'), 'utf8')).toBe(`${first.file}\n${second.file}\n`);
  expect((await lastBackup(portal.store))?.slice(0, 10)).toBe(portal.clock.now().toISOString().slice(0, 10));
});
