/** What lies in the folder of packages, each read into a definition or refused with the reason. */
import { parse } from '../../../engine/author.ts';
import type { FormDefinition } from '../../../engine/index.ts';
import type { ParsedFolder } from './decide.ts';
import { readPackages, type PackageFolder } from './packages.ts';

/** A package's own folder. */
export interface Folder {
  parsed: ParsedFolder;
  files: Record<string, string>;
}

const namedLike = (form: string, version: string, definition: FormDefinition): ParsedFolder => {
  const { manifest } = definition;
  if (manifest.id === form && manifest.version === version) return { form, version, definition };
  return {
    form,
    version,
    problem: `form.json says ${manifest.id} ${manifest.version}; the folder's name must say the same`,
  };
};

const parsePackage = ({ form, version, files, unreadable }: PackageFolder): ParsedFolder => {
  if (unreadable !== undefined) return { form, version, problem: unreadable };
  const parsed = parse(files);
  if ('definition' in parsed) return namedLike(form, version, parsed.definition);
  const [first, ...others] = parsed.problems.filter(({ severity }) => severity === 'error');
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  const problem = first === undefined ? 'It could not be read' : `${first.file}:${first.line}: ${first.message}${more}`;
  return { form, version, problem };
};

/** Rejects when the folder itself cannot be read. */
export const readFolder = async (formsDir: string): Promise<Folder[]> =>
  (await readPackages(formsDir)).map((folder) => ({ parsed: parsePackage(folder), files: folder.files }));
