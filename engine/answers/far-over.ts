/**
 * What is so far from what a form asks for that no person wrote it: it is not kept, not even in a draft. Ordinary mistakes are kept as typed:
 * a text that is somewhat too long, a row too many, words in the box for a number. This is the one place that says where “far” begins.
 */
import type { CompiledForm } from '../compile/form.ts';
import { resolve } from '../compile/resolve.ts';
import type { Schema } from '../definition/model/definition.ts';
import { isObject, toPointer, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import { formatNumber } from '../text/number.ts';
import { sentenceFor } from './message.ts';
import { questionNear, questionPlace } from './near.ts';
import type { Problem } from './problem.ts';

/** Twice what the form allows, and room for a slip of the hand; a form that sets no limit takes so much. */
const most = {
  /** Characters of one text. */
  text: (limit: number | undefined): number => (limit === undefined ? 50_000 : 2 * limit + 1000),
  /** Entries of one list. */
  items: (limit: number | undefined): number => (limit === undefined ? 500 : 2 * limit + 20),
  /** Names in one object of which so many are known. */
  names: (known: number): number => 2 * known + 20,
  /** Values in one answer, rows and cells together. */
  values: 10_000,
  /** Lists and objects inside one another. */
  depth: 12,
  /** What is told of at once. */
  told: 20,
};

type Keyword = 'maxLength' | 'maxItems' | 'type' | 'size';

interface Found {
  pointer: Pointer;
  keyword: Keyword;
  count: number;
  limit: number;
}

/** The schemas of which a value may follow any. */
const alternatives = (root: Schema, unresolved: Schema): Schema[] => {
  const { schema } = resolve(root, unresolved, '');
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches === undefined) return [schema];
  const { oneOf: _, anyOf: __, ...around } = schema;
  return branches.flatMap((branch) => alternatives(root, { ...around, ...resolve(root, branch, '').schema }));
};

const isListSchema = ({ type, items }: Schema): boolean => type === 'array' || items !== undefined;
const isObjectSchema = ({ type, properties }: Schema): boolean => type === 'object' || properties !== undefined;

/** Whether a value has the shape that a schema asks for. A single value may be of any type: a page keeps what was typed. */
const hasShape = (value: JsonValue, schema: Schema): boolean => {
  if (Array.isArray(value)) return isListSchema(schema);
  if (isObject(value)) return isObjectSchema(schema);
  return !isListSchema(schema) && !isObjectSchema(schema);
};

/** Walks over answers beside their schema. Stops at the first things found, so that what is far too large costs no more than what is not. */
const look = (root: Schema) => {
  const known = new WeakMap<Schema, Schema[]>();
  const found: Found[] = [];
  let left = most.values;

  const schemasOf = (schema: Schema): Schema[] => {
    const made = known.get(schema) ?? alternatives(root, schema);
    known.set(schema, made);
    return made;
  };
  const tell = (pointer: Pointer, keyword: Keyword, count = 0, limit = 0): void =>
    void found.push({ pointer, keyword, count, limit });
  /** The largest limit that one of the schemas sets; none where one of them sets none. */
  const limitOf = (schemas: readonly Schema[], keyword: 'maxLength' | 'maxItems'): number | undefined => {
    const limits = schemas.map((schema) => schema[keyword]);
    return limits.length === 0 || limits.includes(undefined) ? undefined : Math.max(...limits.map(Number));
  };

  const list = (values: JsonValue[], schemas: readonly Schema[], at: Pointer, depth: number): void => {
    const limit = limitOf(schemas, 'maxItems');
    if (values.length > most.items(limit)) {
      tell(at, 'maxItems', values.length, limit ?? most.items(limit));
      return;
    }
    const inside = schemas.flatMap(({ items }) => (items === undefined ? [] : schemasOf(items)));
    values.forEach((value, row) => each(value, inside, `${at}/${row}`, depth));
  };
  const object = (value: JsonObject, schemas: readonly Schema[], at: Pointer, depth: number): void => {
    const names = new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)));
    const own = Object.keys(value);
    if (own.length > most.names(names.size)) {
      tell(at, 'size', own.length, most.names(names.size));
      return;
    }
    for (const [key, member] of Object.entries(value)) {
      const inside = schemas.flatMap(({ properties = {} }) => {
        const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
        return property === undefined ? [] : schemasOf(property);
      });
      each(member, inside, at + toPointer([key]), depth);
    }
  };
  /** Without a schema, which is an answer that the form does not ask for, only its size counts. */
  const each = (value: JsonValue, schemas: readonly Schema[], at: Pointer, depth: number): void => {
    left -= 1;
    if (found.length >= most.told || left < 0 || value === null || value === '') return;
    const fitting = schemas.filter((schema) => hasShape(value, schema));
    if (schemas.length > 0 && fitting.length === 0) {
      tell(at, 'type');
      return;
    }
    if (typeof value === 'string') {
      const limit = limitOf(fitting, 'maxLength');
      if (value.length > most.text(limit)) tell(at, 'maxLength', value.length, limit ?? most.text(limit));
    } else if (typeof value === 'object') {
      if (depth >= most.depth) {
        tell(at, 'size', depth, most.depth);
        return;
      }
      if (Array.isArray(value)) list(value, fitting, at, depth + 1);
      else object(value, fitting, at, depth + 1);
    }
  };

  return (answers: JsonObject): Found[] => {
    const { properties = {} } = root;
    for (const [key, value] of Object.entries(answers)) {
      left = most.values;
      const pointer = toPointer([key]);
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
      each(value, property === undefined ? [] : schemasOf(property), pointer, 0);
      if (left < 0) tell(pointer, 'size', most.values, most.values);
      if (found.length >= most.told) break;
    }
    return found.slice(0, most.told);
  };
};

/** What of these answers is not even kept in a draft, each in words; nothing for whatever a person may have typed. */
export const farOver = (form: CompiledForm, answers: JsonObject): Problem[] =>
  look(form.definition.schema)(answers).map(({ pointer, keyword, count, limit }): Problem => {
    const question = questionNear(form, pointer);
    const label = question?.label ?? pointer.split('/')[1] ?? '';
    const [length, limitInWords] = [count, limit].map((number) => formatNumber(number, form.language));
    return {
      pointer: question === undefined ? toPointer([label]) : questionPlace(form, pointer),
      page: question?.pageId ?? '',
      label,
      keyword,
      message:
        sentenceFor(form, `farOver.${keyword}`, { label, length: length ?? '', limit: limitInWords ?? '' }) ?? label,
      level: 'error',
    };
  });
