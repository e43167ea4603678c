/** `new-version`: a copy of the newest version to work on; nothing of the old one changes. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextVersion, type ChangeLevel } from '../../engine/index.ts';
import { readPackage } from './packages.ts';

/** Gives the new folder. */
export const newVersion = (formsDir: string, form: string, level: ChangeLevel): string => {
  const newest = readPackage(formsDir, form);
  const version = nextVersion(newest.version, level);
  const folder = join(formsDir, form, version);
  cpSync(newest.folder, folder, { recursive: true, errorOnExist: true, force: false });
  // The copy reads its blocks from the folder of blocks again, as they are now.
  rmSync(join(folder, 'shared'), { recursive: true, force: true });
  // What carried answers to the version before says nothing about this one.
  rmSync(join(folder, 'migrate.json'), { force: true });
  const manifest = join(folder, 'form.json');
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, text.replace(`"version": "${newest.version}"`, `"version": "${version}"`));
  return folder;
};
