import { afterAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRegisters } from './registers.ts';

const folder = mkdtempSync(join(tmpdir(), 'registers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const entry = (name: string) => ({ name, hint: 'Somewhere', values: { name } });
const write = (name: string, content: unknown): void =>
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));

test('suggests what holds every word, what begins with them first, ten at most', async () => {
  const lakes = Array.from({ length: 20 }, (_, number) => entry(`Lake ${number} of the north`));
  write('waters', [entry('Old Mill Pond'), entry('Mill Pond'), entry('Étang du Moulin'), ...lakes]);
  const registers = createRegisters({ registersDir: folder });
  await registers.reload();
  const names = (typed: string) => registers.suggest('waters', typed)?.map(({ name }) => name);
  expect(names('mill po')).toEqual(['Mill Pond', 'Old Mill Pond']);
  expect(names('POND old')).toEqual(['Old Mill Pond']);
  expect(names('etang')).toEqual(['Étang du Moulin']);
  expect(names('lake')).toHaveLength(10);
  expect(names('sea')).toEqual([]);
  expect(registers.suggest('nothing', 'mill')).toBeUndefined();
});

test('what is called exactly so stands first, and is found however it is written', async () => {
  const others = Array.from({ length: 12 }, (_, number) => entry(`St Mary ${number}`));
  write('saints', [...others, entry('Upper St Mary'), entry('St Mary')]);
  const registers = createRegisters({ registersDir: folder });
  await registers.reload();
  expect(registers.suggest('saints', 'st mary')?.[0]?.name).toBe('St Mary');
  expect(registers.named('saints', 'st  MARY').map(({ name }) => name)).toEqual(['St Mary']);
  expect(registers.named('saints', 'Mary')).toEqual([]);
  expect(registers.named('nothing', 'St Mary')).toEqual([]);
});

test('a list that was broken by an edit keeps its former entries and is named', async () => {
  write('waters', [entry('Mill Pond')]);
  const registers = createRegisters({ registersDir: folder });
  await registers.reload();
  write('waters', [{ name: 'Half' }]);
  await registers.reload();
  expect(registers.suggest('waters', 'mill')).toHaveLength(1);
  expect(registers.problems().join()).toContain('waters.json');
});
