/**
 * The keys that answers and documents are sealed with: from a file, or from a program that asks a key service. The first one seals, all of
 * them open. A source is looked at again while the server runs, so that a key can be added beside it.
 */
import { execFile } from 'node:child_process';
import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { isObject } from '../../../../engine/json.ts';
import { StoreUnavailableError } from '../store.ts';

export interface SealKey {
  id: string;
  /** Seals values of documents. */
  values: KeyObject;
  /** A key of 32 bytes for one uploaded document. */
  forDocument: (salt: Buffer, blob: string) => KeyObject;
  /** Hexadecimal: the same for the same bytes, and tells nothing of them. */
  proof: string;
}

export interface Keyring {
  /** The key that seals. Throws StoreUnavailableError where it is refused. */
  first: () => SealKey;
  known: (id: string) => SealKey | undefined;
  /** As `known`, but the source is read again before it is said that there is no such key. */
  find: (id: string) => Promise<SealKey | undefined>;
  ids: () => string[];
  /** All of them, the one that seals first; the source is looked at again when it is time. */
  all: () => SealKey[];
  /** Those of these ids are not used: the store knows other bytes under their names. */
  refuse: (ids: Iterable<string>) => void;
  /** Reads the source again. Rejects, and keeps the keys it has, when that cannot be done. */
  reload: () => Promise<void>;
  /** Why the source could not be read the last time; undefined when all is well. */
  fault: () => string | undefined;
  /** Resolves when every server on the same file has had time to see what it holds now. */
  settled: () => Promise<void>;
}

/** The source of the keys is missing or does not hold what it should. Never names a key's bytes. */
export class KeysError extends Error {
  override name = 'KeysError';
}

const keyBytes = 32;
const lookEveryMs = 1_000;
const askEveryMs = 5 * 60_000;
const settlesMs = 3 * lookEveryMs;
const longestAnswerMs = 30_000;

/** Stands in every sealed value, padded to this in documents. */
export const longestKeyId = 64;
const isKeyId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const derived = (master: Buffer, salt: Buffer, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', master, salt, `formwork ${purpose}`, keyBytes)));

const keyOf = (id: unknown, key: unknown, place: string): SealKey => {
  if (typeof id !== 'string' || !isKeyId.test(id))
    throw new KeysError(
      `${place}: a key is named by up to ${longestKeyId} letters, digits, dots, dashes and low lines`,
    );
  const master = Buffer.from(typeof key === 'string' ? key : '', 'base64');
  if (master.length !== keyBytes) throw new KeysError(`${place}: the key ${id} is not ${keyBytes} bytes in base64`);
  return {
    id,
    values: derived(master, Buffer.alloc(0), 'values'),
    forDocument: (salt, blob) => derived(master, salt, `document ${blob}`),
    proof: derived(master, Buffer.alloc(0), 'proof').export().toString('hex'),
  };
};

const rowsOf = (text: string): { id: unknown; key: unknown }[] => {
  if (text.trimStart().startsWith('[')) {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows)
      ? rows.map((row) => (isObject(row) ? { id: row['id'], key: row['key'] } : { id: '', key: '' }))
      : [];
  }
  return text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => {
      const [id, key] = row.split(/\s+/);
      return { id, key };
    });
};

/**
 * Lines of `<id> <32 bytes in base64>` (`#` begins a remark), or JSON: `[{"id": …, "key": …}]`. Throws KeysError naming the place, never
 * what stands there.
 */
export const parseKeys = (text: string, place: string): SealKey[] => {
  let rows: ReturnType<typeof rowsOf>;
  try {
    rows = rowsOf(text);
  } catch {
    throw new KeysError(`${place}: this is not JSON`);
  }
  const keys = rows.map(({ id, key }, index) => keyOf(id, key, `${place}, key ${index + 1}`));
  if (keys.length === 0) throw new KeysError(`${place}: there is no key`);
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new KeysError(`${place}: two keys have the same name`);
  return keys;
};

interface Source {
  read: () => SealKey[] | Promise<SealKey[]>;
  /** The keys, when the source may have changed since it was read last and can be read at once. */
  look: () => SealKey[] | undefined;
  /** Milliseconds since it last changed, as far as that can be seen. */
  age: () => number;
}

const stampOf = (path: string): string => {
  const { ino, size, mtimeMs } = statSync(path);
  return [ino, size, mtimeMs].join(' ');
};

const fileSource = (path: string): Source => {
  let stamp = '';
  const read = (): SealKey[] => {
    try {
      stamp = stampOf(path);
      return parseKeys(readFileSync(path, 'utf8'), path);
    } catch (error) {
      if (error instanceof KeysError) throw error;
      throw new KeysError(`${path} cannot be read`, { cause: error });
    }
  };
  return {
    read,
    look: () => (stampOf(path) === stamp ? undefined : read()),
    age: () => Date.now() - statSync(path).mtimeMs,
  };
};

/** What it says beside its answer may tell of keys, so nothing of it is repeated. */
const commandSource = ([program = '', ...words]: readonly string[]): Source => ({
  read: async () => {
    const run = promisify(execFile)(program, words, {
      timeout: longestAnswerMs,
      maxBuffer: 1024 * 1024,
      encoding: 'utf8',
    });
    const { stdout } = await run.catch(() => {
      throw new KeysError(`${program} did not give the keys`);
    });
    return parseKeys(stdout, program);
  },
  look: () => undefined,
  age: () => Number.POSITIVE_INFINITY,
});

export interface KeySettings {
  keysFile: string;
  /** A program and its words; no shell reads them. */
  keysCommand: string[];
}

/** Undefined where no keys are set. Rejects with KeysError. */
export const openKeyring = async ({ keysFile, keysCommand }: KeySettings): Promise<Keyring | undefined> => {
  if (keysFile === '' && keysCommand.length === 0) return undefined;
  const source = keysFile === '' ? commandSource(keysCommand) : fileSource(keysFile);
  const every = keysFile === '' ? askEveryMs : lookEveryMs;
  let keys = new Map<string, SealKey>();
  let refused = new Set<string>();
  let fault: string | undefined;
  let looked = 0;
  let reading: Promise<void> | undefined;

  const take = (read: readonly SealKey[]): void => {
    keys = new Map(read.map((key) => [key.id, key]));
    fault = undefined;
  };
  const failed = (error: unknown): void => {
    fault = error instanceof Error ? error.message : String(error);
  };
  const readAgain = async (): Promise<void> => {
    looked = Date.now();
    try {
      take(await source.read());
    } catch (error) {
      failed(error);
      throw error;
    }
  };
  /** One at a time; who comes while one is under way may know of something newer and gets one of their own. */
  const reload = async (): Promise<void> => {
    await reading?.catch(() => undefined);
    reading ??= readAgain().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  await reload();

  const lookAgain = (): void => {
    if (Date.now() - looked < every) return;
    looked = Date.now();
    if (keysFile === '') {
      reload().catch(failed);
      return;
    }
    try {
      const read = source.look();
      if (read !== undefined) take(read);
    } catch (error) {
      failed(error);
    }
  };

  const first = (): SealKey => {
    lookAgain();
    const [key] = keys.values();
    if (key === undefined) throw new KeysError('There is no key');
    if (refused.has(key.id)) throw new StoreUnavailableError(`The key ${key.id} is not the one of that name`);
    return key;
  };
  const known = (id: string): SealKey | undefined => (refused.has(id) ? undefined : keys.get(id));

  return {
    first,
    known,
    find: async (id) => {
      if (!keys.has(id)) await reload().catch(failed);
      return known(id);
    },
    ids: () => [...keys.keys()],
    all: () => {
      lookAgain();
      return [...keys.values()];
    },
    refuse: (ids) => {
      refused = new Set(ids);
    },
    reload,
    fault: () => fault,
    settled: async () => {
      const rest = settlesMs - source.age();
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
      await reload();
    },
  };
};
