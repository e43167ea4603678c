/** What lies in the folder of packages, each read into a definition or refused with the reason. */
import { parse, problemsOf, type DefinitionProblem } from '../../../engine/author.ts';
import type { FormDefinition } from '../../../engine/index.ts';
import type { ParsedFormVersion } from './decide.ts';
import { readLock } from './lock.ts';
import { readPackages, type FormVersionFiles } from './packages.ts';

/** A package's own folder. */
export interface FormVersionFolder {
  parsed: ParsedFormVersion;
  files: Record<string, string>;
}

const namedLike = (form: string, version: string, definition: FormDefinition): ParsedFormVersion => {
  const { manifest } = definition;
  if (manifest.id === form && manifest.version === version) return { form, version, definition };
  return {
    form,
    version,
    problem: `form.json says ${manifest.id} ${manifest.version}; the folder's name must say the same`,
  };
};

const parsePackage = ({ form, version, files, unreadable }: FormVersionFiles): ParsedFormVersion => {
  if (unreadable !== undefined) return { form, version, problem: unreadable };
  const parsed = parse(files);
  if ('definition' in parsed) return namedLike(form, version, parsed.definition);
  return { form, version, problem: errorsIn(parsed.problems) ?? 'It could not be read' };
};

/** The first error and how many more there are; undefined where there is none. */
const errorsIn = (problems: readonly DefinitionProblem[]): string | undefined => {
  const [first, ...others] = problems.filter(({ severity }) => severity === 'error');
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${first.file}:${first.line}: ${first.message}${more}`;
};

/** As it was parsed, or refused with the first error that publishing would find. */
const judge = (parsed: ParsedFormVersion, files: Record<string, string>): ParsedFormVersion => {
  const { form, version, definition } = parsed;
  if (definition === undefined) return parsed;
  const problem = errorsIn(problemsOf(files, { folder: { id: form, version } }));
  return problem === undefined ? parsed : { form, version, problem };
};

/**
 * Every package of the folder. `judged`: versions that forms.lock does not name are refused for every error that keeps them from being
 * published. Rejects when the folder itself cannot be read.
 */
export const readFolder = async (formsDir: string, judged: boolean): Promise<FormVersionFolder[]> => {
  const { lock } = await readLock(formsDir);
  return (await readPackages(formsDir)).map((folder) => {
    const { form, version, files } = folder;
    const parsed = parsePackage(folder);
    const published = lock[form]?.[version] !== undefined;
    return { parsed: judged && !published ? judge(parsed, files) : parsed, files };
  });
};
