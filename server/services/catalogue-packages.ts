/** Form packages as they lie in a folder: `<forms>/<form id>/<version>/*.json`. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A package's files by name, examples left out; or why they could not be read. */
export interface PackageFolder {
  form: string;
  version: string;
  files: Record<string, string>;
  unreadable?: string;
}

/** One file of a package may hold this much; a form with 200 questions has about a tenth of it. */
const maxFileBytes = 2 * 1024 * 1024;

const foldersIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
};

const readPackage = async (folder: string): Promise<Record<string, string>> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const files: Record<string, string> = {};
  for (const name of names) {
    const path = join(folder, name);
    const { size } = await stat(path);
    if (size > maxFileBytes) throw new Error(`${name} is larger than ${maxFileBytes} bytes`);
    files[name] = await readFile(path, 'utf8');
  }
  return files;
};

/** Every package under `formsDir`. One that cannot be read is told so; a missing `formsDir` rejects. */
export const readPackages = async (formsDir: string): Promise<PackageFolder[]> => {
  const packages: PackageFolder[] = [];
  for (const form of await foldersIn(formsDir)) {
    for (const version of await foldersIn(join(formsDir, form))) {
      try {
        packages.push({ form, version, files: await readPackage(join(formsDir, form, version)) });
      } catch (error) {
        packages.push({ form, version, files: {}, unreadable: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  return packages;
};
