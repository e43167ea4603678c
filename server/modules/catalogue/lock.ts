import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../../../engine/json.ts';
import type { Lock } from './decide.ts';

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** `{"<form id>": {"<version>": "<SHA-256>"}}`; throws in words when it is something else. */
export const parseLock = (text: string): Lock => {
  const parsed: unknown = JSON.parse(text);
  if (!isObject(parsed)) throw new Error('forms.lock must hold a JSON object');
  const lock: Lock = {};
  for (const [form, versions] of Object.entries(parsed)) {
    if (!isObject(versions)) throw new Error(`forms.lock: ${form} must be an object of versions`);
    const hashes: Record<string, string> = {};
    for (const [version, hash] of Object.entries(versions)) {
      if (!isHash(hash)) throw new Error(`forms.lock: ${form} ${version} must be a SHA-256`);
      hashes[version] = hash;
    }
    lock[form] = hashes;
  }
  return lock;
};

/** What `forms.lock` says; nothing is published where it is missing, and a broken one is told. */
export const readLock = async (formsDir: string): Promise<{ lock: Lock; problem?: string }> => {
  let text: string;
  try {
    text = await readFile(join(formsDir, 'forms.lock'), 'utf8');
  } catch {
    return { lock: {} };
  }
  try {
    return { lock: parseLock(text) };
  } catch (error) {
    return { lock: {}, problem: error instanceof Error ? error.message : String(error) };
  }
};
