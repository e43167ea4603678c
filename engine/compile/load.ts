import { formatTests } from '../formats/index.ts';
import { sameJson } from '../json.ts';
import { characterCount } from '../text/characters.ts';
import type { SchemaError, Validate, Validators } from './form.ts';

/** A validator as Ajv makes it: true or false, with the errors of the last call on the function itself. */
export interface AjvFunction {
  (data: unknown): unknown;
  errors?: readonly SchemaError[] | null;
}

/** What the text of `validatorsFunction` is. */
export type MakeValidators = (require: (name: string) => unknown) => Record<string, AjvFunction>;

/** The names that Ajv's standalone code asks for. Its two helpers are one line each and written again, so that no bundler's reading of CommonJS matters. */
const modules: Readonly<Record<string, unknown>> = {
  'ajv/dist/runtime/equal': { default: sameJson },
  'ajv/dist/runtime/ucs2length': { default: characterCount },
  'formwork/formats': formatTests,
};

const required = (name: string): unknown => {
  if (!Object.hasOwn(modules, name)) throw new Error(`The validators need a module that is not here: ${name}`);
  return modules[name];
};

const wrapped =
  (ajvFunction: AjvFunction): Validate =>
  (data) => {
    if (ajvFunction(data) === true) return [];
    return (ajvFunction.errors ?? []).map(({ instancePath, keyword, params }) => ({ instancePath, keyword, params }));
  };

/** Ajv's functions as the engine calls them. */
export const validatorsOf = (functions: Readonly<Record<string, AjvFunction>>): Validators => {
  const known = new Map(Object.entries(functions).map(([key, each]) => [key, wrapped(each)]));
  return (key) => known.get(key);
};

/** Runs what `validatorsFunction` made, in the browser too: nothing of Ajv's compiler is needed, and no `eval`. */
export const loadValidators = (make: MakeValidators): Validators => validatorsOf(make(required));

/** The text of an ES module that exports such a function, given as text, as `make`. */
export const validatorsModule = (make: string): string => `export const make = ${make};\n`;
