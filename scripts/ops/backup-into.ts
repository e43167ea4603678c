/** What a timer does every night: a backup that is read back, old ones taken away, and the new one copied elsewhere. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { noteBackup } from '../../server/platform/jobs/last-backup.ts';
import { backup } from './backup.ts';
import type { Installation } from './open.ts';
import { checkBackup } from './restore.ts';

const own = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar$/;
const dayMs = 24 * 60 * 60_000;

/** `20261124T021500Z.tar`: by it, and not by what the disk says, a backup is known to be old. */
const nameAt = (now: Date): string => `${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.tar`;
const timeOf = (name: string): number => Date.parse(name.replace(own, '$1-$2-$3T$4:$5:$6Z'));

export interface BackedUp {
  file: string;
  /** Names of old ones that were removed. */
  removed: string[];
  /** Documents without bytes, by id. */
  missing: string[];
}

/**
 * `then`: a program that is called with the path of the new one, to copy it away. Old ones go once the new one was read back and copied. Rejects where any of
 * that fails: what is there already stays.
 */
export const backupInto = async (
  parts: Pick<Installation, 'raw' | 'clock' | 'store'>,
  folder: string,
  { keepDays, then }: { keepDays: number; then: string },
): Promise<BackedUp> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const now = parts.clock.now();
  const file = join(folder, nameAt(now));
  const { missing, to } = await backup(parts, file);
  await checkBackup(file);
  if (then !== '') await promisify(execFile)(then, [file]);
  if (missing.length > 0) return { file, removed: [], missing };
  await noteBackup(parts.store, to);
  const old = (await readdir(folder)).filter(
    (name) => own.test(name) && now.getTime() - timeOf(name) > keepDays * dayMs,
  );
  for (const name of old) await rm(join(folder, name));
  return { file, removed: old.sort(), missing };
};
