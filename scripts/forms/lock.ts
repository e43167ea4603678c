/** `forms.lock`: the SHA-256 of every published version. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLock } from '../../server/modules/catalogue/index.ts';

export type Lock = ReturnType<typeof parseLock>;

const pathOf = (formsDir: string): string => join(formsDir, 'forms.lock');

export const readLock = (formsDir: string): Lock =>
  existsSync(pathOf(formsDir)) ? parseLock(readFileSync(pathOf(formsDir), 'utf8')) : {};

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(record).sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true })),
  );

export const writeLock = (formsDir: string, lock: Lock): void => {
  const ordered = sorted(Object.fromEntries(Object.entries(lock).map(([form, versions]) => [form, sorted(versions)])));
  writeFileSync(pathOf(formsDir), `${JSON.stringify(ordered, null, 2)}\n`);
};
