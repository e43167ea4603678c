/** A package made ready to run, for the verbs that need more than its files. */
import { compileValidators, parse } from '../../engine/author.ts';
import { compile, type CompiledForm, type Texts } from '../../engine/index.ts';
import type { Package } from './packages.ts';

/** `own`: the engine's words in the language. Throws when the package cannot be read; `check` says why. */
export const compiled = ({ form, version, files }: Package, language = 'en', own: Texts = {}): CompiledForm => {
  const parsed = parse(files);
  if (!('definition' in parsed))
    throw new Error(`${form} ${version} cannot be read. “npm run forms -- check ${form}” says what is wrong.`);
  return compile(parsed.definition, compileValidators(parsed.definition), language, own);
};
