import type { Condition, FormDefinition, Schema, UiElement } from '../definition/model/definition.ts';
import { fromPointer, isObject, toPointer, valueAt, type JsonObject, type Pointer } from '../json.ts';
import { conditionsOf } from './conditions.ts';
import { conditionKey } from './keys.ts';
import { controlPointer } from './scope.ts';

/** Schemas have addresses so that each is compiled once; `.invalid` is never fetched (RFC 2606). */
const BASE = 'https://form.invalid';

const idOf = (pointer: Pointer): string => BASE + pointer;

const pointing = (pointer: Pointer): Schema => ({ $ref: idOf(pointer) });

const CHOICES_OF_SCHEMAS = ['oneOf', 'anyOf'];

/** Pointers to all branches of `oneOf` and `anyOf`. */
const branches = (node: unknown, at: Pointer): Pointer[] => {
  if (Array.isArray(node)) return node.flatMap((entry, index) => branches(entry, `${at}/${index}`));
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const pointer = at + toPointer([key]);
    const own =
      CHOICES_OF_SCHEMAS.includes(key) && Array.isArray(value) ? value.map((_, index) => `${pointer}/${index}`) : [];
    return [...own, ...branches(value, pointer)];
  });
};

/** Pointers that references in the form's schema name. */
const referenced = (node: unknown): Pointer[] => {
  if (Array.isArray(node)) return node.flatMap(referenced);
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#/') ? [value.slice(1)] : referenced(value),
  );
};

/** A copy of a schema in which whatever is a piece of its own has been replaced by a reference to it. */
const cut = (schema: Schema, at: Pointer, pieces: ReadonlySet<Pointer>): Schema => {
  const each = (node: unknown, pointer: Pointer): unknown => {
    if (pointer !== at && pieces.has(pointer)) return pointing(pointer);
    if (Array.isArray(node)) return node.map((entry, index) => each(entry, `${pointer}/${index}`));
    return isObject(node) ? object(node, pointer) : node;
  };
  const object = (node: JsonObject, pointer: Pointer): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string' && value.startsWith('#')
          ? idOf(value.slice(1))
          : each(value, pointer + toPointer([key])),
      ]),
    );
  return isObject(schema) ? object(schema, at) : schema;
};

const everyElement = (element: UiElement): UiElement[] => [
  element,
  ...[...(element.elements ?? []), ...(element.options?.detail ? [element.options.detail] : [])].flatMap(everyElement),
];

const conditionSchemas = (condition: Condition): Schema[] => {
  if ('conditions' in condition) return condition.conditions.flatMap(conditionSchemas);
  return 'schema' in condition ? [condition.schema] : [];
};

const pages = (element: UiElement): UiElement[] =>
  element.type === 'Category' ? [element] : (element.elements ?? []).flatMap(pages);

/** Top-level answers that a page asks for. */
const keysOn = (page: UiElement): string[] => {
  const controls = (element: UiElement): UiElement[] =>
    element.type === 'Control' ? [element] : (element.elements ?? []).flatMap(controls);
  return [...new Set(controls(page).flatMap((control) => fromPointer(controlPointer(control.scope)).slice(0, 1)))];
};

/** What the form's schema says across its answers. A page judges this too; what is wrong on another page is told there. */
const across = ({ allOf, if: condition, then, else: otherwise, dependentRequired }: Schema): Schema => ({
  ...(allOf === undefined ? {} : { allOf }),
  ...(condition === undefined ? {} : { if: condition }),
  ...(then === undefined ? {} : { then }),
  ...(otherwise === undefined ? {} : { else: otherwise }),
  ...(dependentRequired === undefined ? {} : { dependentRequired }),
});

/** What has to be compiled: schemas by address, each once, and what is asked for by the validators' keys. */
export interface SchemaSet {
  pieces: Map<string, Schema>;
  /** The addresses to be called by key. */
  keys: Map<string, string>;
}

/**
 * Every schema of a form. Top-level answers, definitions and branches are pieces of their own that the rest points at. A page judges its
 * own answers, and what the schema says across answers; `all` refuses answers that the form does not know.
 */
export const schemaSet = (definition: FormDefinition): SchemaSet => {
  const { $id, $schema, ...schema } = definition.schema;
  const { $defs: definitions = {}, properties = {}, ...keywords } = schema;
  const forked = branches(schema, '');
  const own = Object.keys(properties).map((key) => `/properties${toPointer([key])}`);
  const pointers = new Set([
    ...own,
    ...Object.keys(definitions).map((key) => `/$defs${toPointer([key])}`),
    ...forked,
    ...referenced(schema),
  ]);

  const pieces = new Map<string, Schema>();
  const keys = new Map<string, string>();
  for (const pointer of pointers) {
    const piece = valueAt(isObject(schema) ? schema : {}, pointer);
    if (isObject(piece)) pieces.set(idOf(pointer), cut(piece, pointer, pointers));
  }
  const add = (key: string, made: Schema): void => {
    const id = idOf(`/key/${keys.size}`);
    keys.set(key, id);
    pieces.set(id, made);
  };
  const answers = (names: readonly string[]): Schema => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, pointing(`/properties${toPointer([name])}`)])),
  });
  add('all', { ...cut(keywords, '', pointers), ...answers(Object.keys(properties)), additionalProperties: false });
  for (const page of pages(definition.ui)) {
    const here = keysOn(page);
    const required = (schema.required ?? []).filter((name) => here.includes(name));
    add(`page:${page.i18n?.split('.').at(-1) ?? ''}`, {
      ...cut(across(keywords), '', pointers),
      ...answers(here),
      required,
    });
  }
  const conditions = [
    ...everyElement(definition.ui).flatMap((element) => conditionsOf(element).flatMap(conditionSchemas)),
    ...definition.checks.checks.flatMap(({ when }) => conditionSchemas(when)),
  ];
  for (const condition of conditions)
    if (!keys.has(conditionKey(condition))) add(conditionKey(condition), cut(condition, '', new Set()));
  for (const branch of forked) keys.set(`branch:${branch}`, idOf(branch));
  return { pieces, keys };
};
