/** Reads packages for the tests of the check, and makes broken ones out of a sound one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageFiles, Surroundings } from '../../engine/author.ts';

export interface Broken {
  title: string;
  files: (base: PackageFiles) => PackageFiles;
  expected: { file: string; line: number; rule: string }[];
  around: Surroundings;
}

type Edit = { file: string } & ({ find: string; replace: string } | { remove: true } | { text: string });

interface Written {
  title: string;
  edits: Edit[];
  surroundings?: Surroundings;
  expect: Broken['expected'];
}

/** What is known around the sound package. */
export const surroundings: Surroundings = {
  folder: { id: 'holiday-club', version: '1.0.0' },
  linkSettings: ['localOffer', 'privacy'],
  knownValues: {
    today: 'day',
    'user.name': 'text',
    'user.professional': 'boolean',
    'child.firstName': 'text',
    'child.dateOfBirth': 'day',
  },
  teams: ['north', 'south'],
};

export const readFiles = (folder: string): PackageFiles =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.json'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

const edited = (files: PackageFiles, edit: Edit): PackageFiles => {
  const { [edit.file]: before = '', ...others } = files;
  if ('remove' in edit) return others;
  if ('text' in edit) return { ...others, [edit.file]: edit.text };
  if (before.split(edit.find).length !== 2) throw new Error(`Not once in ${edit.file}: ${edit.find}`);
  return { ...others, [edit.file]: before.replace(edit.find, () => edit.replace) };
};

export const readBroken = (path: string): Broken => {
  const { title, edits, surroundings: around = {}, expect } = JSON.parse(readFileSync(path, 'utf8')) as Written;
  return { title, files: (base) => edits.reduce(edited, base), expected: expect, around };
};
