/** Judges what comes in by a route's schemas. Compiled once per route; the slower version that finds every fault is made at the first fault. */
import { emailFormat, postcodeFormat } from '../../../engine/index.ts';
import { saysSomething } from '../../../wire/shapes.ts';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import type { TSchema } from 'typebox';
import type { ProblemBody } from '../../../wire/shapes.ts';
import { problem } from '../../core/errors.ts';

const ajv = (options: { allErrors: boolean; coerceTypes: boolean }): Ajv2020 => {
  const instance = new Ajv2020({ ...options, strict: true, strictTypes: false, validateFormats: true });
  formatsPlugin.default(instance, ['date', 'date-time']);
  instance.addFormat('email', emailFormat.test);
  instance.addFormat('uk-postcode', postcodeFormat.test);
  return instance;
};

/** Compiles a schema; what many routes have, such as an id in the path, is compiled once for all of them. */
type Compiler = (schema: TSchema) => ValidateFunction;

const compiler = (options: { allErrors: boolean; coerceTypes: boolean }): Compiler => {
  const instance = ajv(options);
  const compiled = new Map<string, ValidateFunction>();
  return (schema) => {
    const text = JSON.stringify(schema);
    const known = compiled.get(text) ?? instance.compile(schema);
    compiled.set(text, known);
    return known;
  };
};

const quick = compiler({ allErrors: false, coerceTypes: false });
const thorough = compiler({ allErrors: true, coerceTypes: false });
const lenient = compiler({ allErrors: true, coerceTypes: true });

type FieldError = NonNullable<ProblemBody['errors']>[number];
const mostErrors = 50;

const messages: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => 'This is needed',
  minLength: () => 'This is needed',
  pattern: ({ pattern }) => (pattern === saysSomething ? 'This is needed' : 'This is not in the right form'),
  maxLength: ({ limit }) => `Use ${String(limit)} characters or fewer`,
  format: ({ format }) => formatMessages[String(format)] ?? 'This is not in the right form',
  additionalProperties: () => 'This is not known here',
};

const formatMessages: Record<string, string> = {
  email: emailFormat.message,
  'uk-postcode': postcodeFormat.message,
  date: 'Enter a real date',
};

const fieldError = ({ instancePath, keyword, params }: ErrorObject): FieldError => {
  const name: unknown = params['missingProperty'] ?? params['additionalProperty'];
  const pointer =
    typeof name === 'string' ? `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : instancePath;
  return {
    pointer: pointer.slice(0, 400),
    keyword,
    message: messages[keyword]?.(params) ?? 'This is not in the right form',
  };
};

const faults = (validate: ValidateFunction): FieldError[] =>
  (validate.errors ?? []).slice(0, mostErrors).map(fieldError);

/** A check of bodies; throws `request-invalid` naming each field. */
export const bodyCheck = (schema: TSchema): ((body: unknown) => void) => {
  const validate = quick(schema);
  let findAll: ValidateFunction | undefined;
  return (body) => {
    if (validate(body)) return;
    findAll ??= thorough(schema);
    findAll(body);
    throw problem('request-invalid', { errors: faults(findAll) });
  };
};

/** A check of path parameters or a query, which turns texts into numbers and booleans where the schema says so. */
export const textCheck = (schema: TSchema, code: 'request-invalid' | 'not-found'): ((values: unknown) => void) => {
  const validate = lenient(schema);
  return (values) => {
    if (!validate(values)) throw problem(code, code === 'not-found' ? {} : { errors: faults(validate) });
  };
};

/** For tests: a check of what goes out, compiled when the first does. Gives the fault in words, or undefined. */
export const responseCheck = (schema: TSchema): ((body: unknown) => string | undefined) => {
  let validate: ValidateFunction | undefined;
  return (body) => {
    validate ??= thorough(schema);
    return validate(body) ? undefined : new Ajv2020().errorsText(validate.errors, { dataVar: 'body' });
  };
};
