import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyNamed, writeKeys } from '../../../../tests/support/servers/seal-keys.ts';
import { KeysError, openKeyring, parseKeys, type Keyring } from './keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'formwork-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const opened = async (settings: { keysFile?: string; keysCommand?: string[] }): Promise<Keyring> => {
  const keys = await openKeyring({ keysFile: '', keysCommand: [], ...settings });
  if (keys === undefined) throw new Error('No keys are set');
  return keys;
};

test('without a file and a command there are none', async () => {
  expect(await openKeyring({ keysFile: '', keysCommand: [] })).toBeUndefined();
});

test('lines and JSON say the same', () => {
  const lines = `# of 2026\n\n  2026-b ${keyNamed('b')}  \n2026-a\t${keyNamed('a')}\n`;
  const json = JSON.stringify([
    { id: '2026-b', key: keyNamed('b') },
    { id: '2026-a', key: keyNamed('a') },
  ]);
  for (const text of [lines, json]) expect(parseKeys(text, 'keys').map(({ id }) => id)).toEqual(['2026-b', '2026-a']);
  const [fromLines, fromJson] = [lines, json].map((text) =>
    parseKeys(text, 'keys')[0]?.values.export().toString('hex'),
  );
  expect(fromLines).toBe(fromJson);
});

test.each([
  ['', 'keys: there is no key'],
  ['[]', 'keys: there is no key'],
  ['[{', 'keys: this is not JSON'],
  ['[3]', 'keys, key 1: a key is named by'],
  [`k/1 ${keyNamed('a')}`, 'keys, key 1: a key is named by'],
  [`${'k'.repeat(65)} ${keyNamed('a')}`, 'keys, key 1: a key is named by'],
  [`k1 ${keyNamed('a')}\nk2 ${keyNamed('b').slice(4)}`, 'keys, key 2: the key k2 is not 32 bytes'],
  ['k1', 'keys, key 1: the key k1 is not 32 bytes'],
  [`k1 ${keyNamed('a')}\nk1 ${keyNamed('b')}`, 'keys: two keys have the same name'],
])('what is no list of keys is refused, and nothing of it repeated: %#', (text, message) => {
  const parse = () => parseKeys(text, 'keys');
  expect(parse).toThrow(KeysError);
  expect(parse).toThrow(message);
  for (const key of [keyNamed('a'), keyNamed('b').slice(4)]) expect(parse).not.toThrow(key);
});

test('a key that was put into the file is found, and one that was taken out is gone', async () => {
  const keysFile = join(folder, 'keys');
  const keys = await opened({ keysFile: writeKeys(keysFile, 'a') });
  expect(await keys.find('b')).toBeUndefined();
  writeKeys(keysFile, 'b', 'a');
  expect((await keys.find('b'))?.id).toBe('b');
  expect(keys.first().id).toBe('b');
  writeKeys(keysFile, 'b');
  await keys.reload();
  expect(keys.ids()).toEqual(['b']);
});

test('a file that is broken while the server runs leaves it the keys it has, and it says so', async () => {
  const keysFile = join(folder, 'keys');
  const keys = await opened({ keysFile: writeKeys(keysFile, 'a') });
  writeFileSync(keysFile, 'half');
  await expect(keys.reload()).rejects.toThrow(KeysError);
  expect(await keys.find('b')).toBeUndefined();
  expect(keys.first().id).toBe('a');
  expect(keys.fault()).toContain('the key half is not 32 bytes');
  writeKeys(keysFile, 'b', 'a');
  await keys.reload();
  expect([keys.fault(), keys.first().id]).toEqual([undefined, 'b']);
  await expect(opened({ keysFile: join(folder, 'none') })).rejects.toThrow('none cannot be read');
});

test('a program gives them, its words read by no shell and its complaints repeated nowhere', async () => {
  const program = join(folder, 'kms');
  const list = writeKeys(join(folder, 'list'), 'a');
  writeFileSync(program, '#!/bin/sh\n[ "$1" = "; exit 1" ] && cat "$2" || { echo "secret" >&2; exit 3; }\n');
  chmodSync(program, 0o700);
  const keys = await opened({ keysCommand: [program, '; exit 1', list] });
  expect(keys.first().id).toBe('a');
  writeKeys(list, 'b', 'a');
  expect((await keys.find('b'))?.id).toBe('b');
  const error: unknown = await opened({ keysCommand: [program, 'other'] }).catch((thrown: unknown) => thrown);
  expect(String(error)).toContain(`${program} did not give the keys`);
  expect(String(error)).not.toContain('secret');
});
