/** Form packages as they lie in a folder, examples and all. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { missingBlocks, type PackageFiles } from '../../engine/author.ts';

export interface PackageFolder {
  form: string;
  version: string;
  folder: string;
}

export interface Package extends PackageFolder {
  files: PackageFiles;
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'shared')
    .map(({ name }) => name)
    .sort();

/** What editors and file managers leave behind, or lock a file with. */
const isOfTheMachine = (path: string): boolean =>
  /(^|[\\/])(\.|~\$)|~$|(^|[\\/])(Thumbs\.db|desktop\.ini)$/i.test(path);

const filesIn = (folder: string): PackageFiles =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => !isOfTheMachine(path) && statSync(join(folder, path)).isFile())
      .sort()
      // What is no JSON is never read; its name is enough to tell whoever takes it for a part of the form.
      .map((path) => [
        path.replaceAll('\\', '/'),
        path.endsWith('.json') ? readFileSync(join(folder, path), 'utf8') : '',
      ]),
  );

/** Blocks stand in the version's own folder once it is published, else in the folder of blocks. */
const withBlocks = (formsDir: string, files: PackageFiles): PackageFiles => {
  const found = Object.fromEntries(
    missingBlocks(files).flatMap((path) => {
      const file = join(formsDir, path);
      return existsSync(file) ? [[path, readFileSync(file, 'utf8')]] : [];
    }),
  );
  return Object.keys(found).length === 0 ? files : withBlocks(formsDir, { ...files, ...found });
};

/** Orders versions by their figures: `1.10.0` comes after `1.9.0`. */
export const byVersion = (left: string, right: string): number => left.localeCompare(right, 'en', { numeric: true });

/** Where every version of the forms named lies, or of all; throws when a name is no folder. */
export const packageFolders = (formsDir: string, names: readonly string[] = []): PackageFolder[] => {
  const unknown = names.filter((name) => !existsSync(join(formsDir, name)));
  if (unknown.length > 0)
    throw new Error(
      `There is no form ${unknown.join(', ')} in ${formsDir}. There are: ${foldersIn(formsDir).join(', ')}`,
    );
  return (names.length > 0 ? names : foldersIn(formsDir)).flatMap((form) =>
    foldersIn(join(formsDir, form))
      .sort(byVersion)
      .map((version) => ({ form, version, folder: join(formsDir, form, version) })),
  );
};

export const readFrom = (formsDir: string, place: PackageFolder): Package => ({
  ...place,
  files: withBlocks(formsDir, filesIn(place.folder)),
});

/** Every version of the forms named, or of all; throws when a name is no folder. */
export const readPackages = (formsDir: string, names: readonly string[] = []): Package[] =>
  packageFolders(formsDir, names).map((place) => readFrom(formsDir, place));

/** One version, or the newest of a form. */
export const readPackage = (formsDir: string, form: string, version?: string): Package => {
  const versions = readPackages(formsDir, [form]);
  const found = version === undefined ? versions.at(-1) : versions.find((each) => each.version === version);
  if (found === undefined) {
    const there = versions.length === 0 ? '' : `. There are: ${versions.map((each) => each.version).join(', ')}`;
    throw new Error(`${form} has no version ${version ?? 'at all'}${there}`);
  }
  return found;
};
