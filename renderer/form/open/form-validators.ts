import {
  compile,
  engineWords,
  loadValidators,
  type CompiledForm,
  type FormDefinition,
  type MakeValidators,
} from '../../../engine/index.ts';

const isValidatorsModule = (module: unknown): module is { make: MakeValidators } =>
  typeof module === 'object' && module !== null && 'make' in module && typeof module.make === 'function';

/**
 * A definition made ready to run with the validators that the server compiled ahead of time: the Content-Security-Policy forbids to
 * compile any here. In English where the form has no texts in `language`. `address` is that of the module, named by the version's hash. Throws when it cannot be loaded.
 */
export const readyForm = async (
  definition: FormDefinition,
  address: string,
  language = 'en',
): Promise<CompiledForm> => {
  const inLanguage = Object.hasOwn(definition.texts, language) ? language : 'en';
  const loaded: Promise<unknown> = import(/* @vite-ignore */ address);
  const [module, words] = await Promise.all([loaded, engineWords(inLanguage)]);
  if (!isValidatorsModule(module)) throw new Error(`No validators at ${address}`);
  return compile(definition, loadValidators(module.make), inLanguage, words);
};
