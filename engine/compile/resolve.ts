import type { Schema } from '../definition/model/definition.ts';
import { fromPointer, isObject, toPointer, type Pointer } from '../json.ts';

/** A schema with its references followed. */
export interface Resolved {
  schema: Schema;
  /** Where it stands, references followed. */
  pointer: Pointer;
  /** The `i18n` keys met on the way, nearest first. */
  i18n: string[];
}

const schemaAt = (root: Schema, pointer: Pointer): Schema | undefined => {
  let node: unknown = root;
  for (const segment of fromPointer(pointer)) {
    if (Array.isArray(node)) node = node[Number(segment)];
    else node = isObject(node) && Object.hasOwn(node, segment) ? node[segment] : undefined;
  }
  return isObject(node) ? node : undefined;
};

/** Follows `$ref`s to `#/…`; keywords beside a reference add to, and win over, what it names. Throws on a reference to nothing or in a circle. */
export const resolve = (root: Schema, schema: Schema, pointer: Pointer, seen: readonly string[] = []): Resolved => {
  const { $ref, ...beside } = schema;
  const own = schema.i18n === undefined ? [] : schema.i18n.split(' ');
  if ($ref === undefined) return { schema, pointer, i18n: own };
  const target = $ref.startsWith('#') ? schemaAt(root, $ref.slice(1)) : undefined;
  if (target === undefined) throw new Error(`$ref names nothing in the schema: ${$ref}`);
  if (seen.includes($ref)) throw new Error(`$ref goes in a circle: ${$ref}`);
  const found = resolve(root, target, $ref.slice(1), [...seen, $ref]);
  return { schema: { ...found.schema, ...beside }, pointer: found.pointer, i18n: [...own, ...found.i18n] };
};

/** The schema of a property, or `undefined` where there is none. */
export const propertyOf = (root: Schema, parent: Resolved, key: string): Resolved | undefined => {
  const properties = parent.schema.properties;
  if (properties === undefined || !Object.hasOwn(properties, key)) return undefined;
  const schema = properties[key];
  return schema && resolve(root, schema, `${parent.pointer}/properties${toPointer([key])}`);
};
