/** Whether a file says what a file of its kind may say: its JSON Schema, and the TypeScript type that follows from it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import { didYouMean, namesOf } from './nearest.ts';
import { definitionSchemas } from './schemas.ts';
import type { Block, Checks, Example, FormManifest, Schema, Texts, UiElement } from './definition.ts';
import type { Migration } from '../../versions/migration.ts';
import { isObject, toPointer } from '../../json.ts';
import type { Pointer } from '../../json.ts';

export interface Nonconformity {
  pointer: Pointer;
  message: string;
  /** What the schema says about the place. */
  about?: string;
}

export interface Conformity<T> {
  /** True when the value can be read as `T`, even if it also says things that are not known. */
  readable: (value: unknown) => value is T;
  faults: (value: unknown) => Nonconformity[];
}

const documents = Object.values(definitionSchemas);

/** The same schema, but unknown members are let through. */
const loosened = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(loosened);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, member]) => !(key === 'additionalProperties' && member === false));
  return Object.fromEntries(kept.map(([key, member]) => [key, loosened(member)]));
};

/** Documented in the schemas for editors; nothing to validate. */
const options = { strict: true, strictTypes: false, strictRequired: false, allErrors: true, verbose: true } as const;

/** Made when a file is first looked at: a process that reads no forms compiles nothing. */
const later = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

const ajvOf = (schemas: readonly unknown[]): Ajv2020 => {
  const ajv = new Ajv2020(options);
  for (const schema of schemas) if (isSchemaObject(schema)) ajv.addSchema(schema);
  return ajv;
};
const strict = later(() => ajvOf(documents));
const loose = later(() => ajvOf(documents.map(loosened)));

function isSchemaObject(value: unknown): value is AnySchemaObject {
  return typeof value === 'object' && value !== null;
}

const conformity = <T>({ $id }: { $id: string }): Conformity<T> => {
  const read = <V>(ajv: Ajv2020): ValidateFunction<V> => {
    const validate = ajv.getSchema<V>($id);
    if (validate === undefined) throw new Error(`No schema ${$id}`);
    return validate;
  };
  const precise = later(() => read<T>(strict()));
  const rough = later(() => read<T>(loose()));
  return {
    // What is right in every way need not be looked at more kindly.
    readable: (value): value is T => precise()(value) || rough()(value),
    faults: (value) => {
      const validate = precise();
      return validate(value) ? [] : (validate.errors ?? []).flatMap(nonconformity);
    },
  };
};

const nonconformity = (error: ErrorObject): Nonconformity[] => {
  // What is wrong inside `then` and `else` is reported by itself, and a name as a whole.
  if (error.keyword === 'if' || error.propertyName !== undefined) return [];
  const { parentSchema = {}, instancePath } = error;
  const names: unknown = parentSchema.propertyNames;
  const about: unknown =
    error.keyword === 'propertyNames' && isObject(names) ? names.description : parentSchema.description;
  const extra =
    error.keyword === 'additionalProperties' || error.keyword === 'propertyNames'
      ? String(error.params[error.keyword === 'propertyNames' ? 'propertyName' : 'additionalProperty'])
      : undefined;
  const pointer = extra === undefined ? instancePath : `${instancePath}${toPointer([extra])}`;
  return [{ pointer, message: messageOf(error), ...(typeof about === 'string' ? { about } : {}) }];
};

const quoted = (value: unknown): string => {
  const json = value === undefined ? 'nothing' : JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
};

const messageOf = ({ keyword, params, parentSchema, data }: ErrorObject): string => {
  const parameter = (name: string): string => String(params[name]);
  switch (keyword) {
    case 'additionalProperties': {
      const known = Object.keys(isObject(parentSchema?.properties) ? parentSchema.properties : {});
      const name = parameter('additionalProperty');
      return `“${name}” is not known here.${didYouMean(name, known)} Known: ${namesOf(known, 30)}.`;
    }
    case 'required':
      return `“${parameter('missingProperty')}” is missing.`;
    case 'type':
      return `This must be ${named(parameter('type'))}, not ${quoted(data)}.`;
    case 'enum':
      return `${quoted(data)} is not one of ${namesOf([params.allowedValues].flat().map(String), 20)}.`;
    case 'const':
      return `This must be ${quoted(params.allowedValue)}, not ${quoted(data)}.`;
    case 'pattern':
      return `${quoted(data)} is not written as it has to be here.`;
    case 'propertyNames':
      return `“${parameter('propertyName')}” cannot be a name here.`;
    case 'uniqueItems':
      return 'The same item stands here twice.';
    case 'minItems':
      return `At least ${parameter('limit')} must stand here.`;
    case 'maxItems':
      return `At most ${parameter('limit')} may stand here.`;
    case 'minLength':
      return 'This must not be empty.';
    case 'maxLength':
      return `This may have at most ${parameter('limit')} characters.`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
      return `This must be ${parameter('comparison')} ${parameter('limit')}, not ${quoted(data)}.`;
    default:
      return `${quoted(data)} does not fit (${keyword}).`;
  }
};

const named = (type: string): string =>
  ({ string: 'a text', object: 'an object', array: 'a list', integer: 'a whole number', boolean: 'true or false' })[
    type
  ] ?? `a ${type}`;

/** By the file that each is about. */
export const conformities = {
  manifest: conformity<FormManifest>(definitionSchemas.manifest),
  schema: conformity<Schema>(definitionSchemas.schema),
  ui: conformity<UiElement>(definitionSchemas.ui),
  checks: conformity<Checks>(definitionSchemas.checks),
  texts: conformity<Texts>(definitionSchemas.texts),
  migration: conformity<Migration>(definitionSchemas.migration),
  block: conformity<Block>(definitionSchemas.block),
  example: conformity<Example>(definitionSchemas.example),
};
