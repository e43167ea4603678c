/** Form packages as they lie in a folder: `<forms>/<form id>/<version>/*.json`. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { missingBlocks } from '../../../engine/author.ts';

/** A package's files by name, examples left out; or why they could not be read. */
export interface FormVersionFiles {
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
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'shared')
    .map((entry) => entry.name)
    .sort();
};

const readText = async (path: string): Promise<string> => {
  const { size } = await stat(path);
  if (size > maxFileBytes) throw new Error(`${basename(path)} is larger than ${maxFileBytes} bytes`);
  return await readFile(path, 'utf8');
};

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch {
    return [];
  }
};

/** The version's own files; then the blocks that these name, from its own folder, or from the folder of blocks as long as it is not published. */
const readPackage = async (formsDir: string, folder: string): Promise<Record<string, string>> => {
  const files: Record<string, string> = {};
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.json')).sort())
    files[name] = await readText(join(folder, name));
  for (const name of await namesIn(join(folder, 'shared')))
    files[`shared/${name}`] = await readText(join(folder, 'shared', name));
  const absent = new Set<string>();
  const firstMissing = (): string | undefined => missingBlocks(files).find((each) => !absent.has(each));
  for (let path = firstMissing(); path !== undefined; path = firstMissing()) {
    if ((await namesIn(join(formsDir, 'shared'))).includes(basename(path)))
      files[path] = await readText(join(formsDir, path));
    else absent.add(path);
  }
  return files;
};

/** Every package under `formsDir`. One that cannot be read is told so; a missing `formsDir` rejects. */
export const readPackages = async (formsDir: string): Promise<FormVersionFiles[]> => {
  const packages: FormVersionFiles[] = [];
  for (const form of await foldersIn(formsDir)) {
    for (const version of await foldersIn(join(formsDir, form))) {
      try {
        packages.push({ form, version, files: await readPackage(formsDir, join(formsDir, form, version)) });
      } catch (error) {
        packages.push({ form, version, files: {}, unreadable: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  return packages;
};
