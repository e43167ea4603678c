/** The forms of the repository, made ready to run, with their recorded answers. */
import { readdirSync } from 'node:fs';
import { compileValidators, parse } from '../../../engine/author.ts';
import { compile, engineWords, type CompiledForm, type Example } from '../../../engine/index.ts';
import { readPackage, type Package } from '../../../scripts/forms/packages.ts';

export interface ReadForm {
  form: CompiledForm;
  examples: Record<string, Example>;
}

export const formsDir = new URL('../../../forms', import.meta.url).pathname;

/** Every form of the repository. */
export const formIds = readdirSync(formsDir, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name);

export const examplesOf = ({ files }: Package): Record<string, Example> =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith('examples/'))
      .map(([path, text]) => [path.slice('examples/'.length, -'.json'.length), JSON.parse(text) as Example]),
  );

/** The newest version of a form, of the repository's own or of another folder. */
export const readForm = (id: string, folder = formsDir): ReadForm => {
  const pack = readPackage(folder, id);
  const parsed = parse(pack.files);
  if (!('definition' in parsed)) throw new Error(`${id} cannot be read`);
  return { form: compile(parsed.definition, compileValidators(parsed.definition)), examples: examplesOf(pack) };
};

/** The same form in another of its languages. */
export const inLanguage = async ({ definition, validators }: CompiledForm, language: string): Promise<CompiledForm> =>
  compile(definition, validators, language, await engineWords(language));
