/** Files of keys as an operator makes them. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const made = new Map<string, string>();

/** 32 random bytes in base64; the same for the same name within a run. */
export const keyNamed = (id: string): string => {
  const key = made.get(id) ?? randomBytes(32).toString('base64');
  made.set(id, key);
  return key;
};

/** Writes the keys of these names, the first one sealing. */
export const writeKeys = (path: string, ...ids: string[]): string => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, ids.map((id) => `${id} ${keyNamed(id)}\n`).join(''), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return path;
};
