/** The places of schema.json where answers are, by pointer into the answers; local references followed. */
import type { Schema } from './definition.ts';
import { fromPointer, isObject, toPointer } from '../../json.ts';
import type { Pointer } from '../../json.ts';

export interface Place {
  /** Pointer into answers; any row is `*`. */
  answers: Pointer;
  /** The same without rows, as text keys have it: `contacts.phone`. */
  path: string;
  /** With what `$ref` names merged in; members beside `$ref` win. */
  schema: Schema;
  /** Where schema.json declares it. */
  at: Pointer;
  required: boolean;
  /** Declared, or inside what is declared, in a branch of oneOf, anyOf, allOf or if. */
  inBranch: boolean;
}

export interface SchemaModel {
  root: Place;
  /** Answers directly inside an object, or the columns of a table; those of branches of oneOf, anyOf and allOf too. */
  childrenOf: (place: Place) => Place[];
  /** The row of a table; the place itself for anything else. */
  rowOf: (place: Place) => Place;
  /** The place of `pointer`, whose rows may be numbers or `*`, relative to `base` (the whole document). */
  find: (pointer: Pointer, base?: Place) => Place | undefined;
  /** Every place but the root, in the order of the file. */
  all: () => Place[];
}

type Property = Pick<Place, 'schema' | 'at' | 'required' | 'inBranch'>;

/** Deeper nesting than this is a schema that contains itself. */
const deepest = 12;

export const schemaModel = (document: Schema): SchemaModel => {
  const merged = (schema: Schema): Schema => {
    let result = schema;
    const seen = new Set<string>();
    while (typeof result.$ref === 'string' && !seen.has(result.$ref)) {
      seen.add(result.$ref);
      const target = localTarget(document, result.$ref);
      const { $ref: _followed, ...own } = result;
      if (target === undefined) return own;
      result = { ...target.schema, ...own };
    }
    return result;
  };

  /** The properties of a schema with where they are written, branches included. */
  const propertiesOf = (schema: Schema, at: Pointer, depth = 0): Map<string, Property> => {
    const found = new Map<string, Property>();
    if (depth > deepest) return found;
    const target = schema.$ref === undefined ? undefined : localTarget(document, schema.$ref);
    if (target !== undefined)
      for (const [name, property] of propertiesOf(target.schema, target.at, depth + 1)) found.set(name, property);
    for (const [name, property] of Object.entries(schema.properties ?? {}))
      found.set(name, {
        schema: property,
        at: `${at}${toPointer(['properties', name])}`,
        required: schema.required?.includes(name) ?? false,
        inBranch: false,
      });
    const branches = (['oneOf', 'anyOf', 'allOf'] as const).flatMap((keyword) =>
      (schema[keyword] ?? []).map((branch, index) => ({ branch, at: `${at}/${keyword}/${index}` })),
    );
    for (const keyword of ['then', 'else'] as const) {
      const branch = schema[keyword];
      if (branch !== undefined) branches.push({ branch, at: `${at}/${keyword}` });
    }
    for (const { branch, at: branchAt } of branches)
      for (const [name, property] of propertiesOf(branch, branchAt, depth + 1))
        if (!found.has(name)) found.set(name, { ...property, inBranch: true });
    return found;
  };

  const raw = new WeakMap<Place, Schema>();
  const place = (schema: Schema, parts: Omit<Place, 'schema'>): Place => {
    const made = { ...parts, schema: merged(schema) };
    raw.set(made, schema);
    return made;
  };

  const rows = new WeakMap<Place, Place>();
  const rowOf = (table: Place): Place => {
    const row = rows.get(table) ?? findRow(table);
    rows.set(table, row);
    return row;
  };
  const findRow = (table: Place): Place => {
    const { items } = table.schema;
    if (table.schema.type !== 'array' || items === undefined) return table;
    const at = raw.get(table)?.items === undefined ? table.at : `${table.at}/items`;
    return place(items, {
      answers: `${table.answers}/*`,
      path: table.path,
      at,
      required: false,
      inBranch: table.inBranch,
    });
  };

  const children = new WeakMap<Place, Place[]>();
  const childrenOf = (parent: Place): Place[] => {
    const found = children.get(parent) ?? findChildren(rowOf(parent));
    children.set(parent, found);
    return found;
  };
  const findChildren = (row: Place): Place[] => {
    if (fromPointer(row.answers).length > deepest) return [];
    return [...propertiesOf(raw.get(row) ?? row.schema, row.at)].map(([name, { schema, at, required, inBranch }]) =>
      place(schema, {
        answers: `${row.answers}${toPointer([name])}`,
        path: row.path === '' ? name : `${row.path}.${name}`,
        at,
        required,
        inBranch: inBranch || row.inBranch,
      }),
    );
  };

  const root = place(document, { answers: '', path: '', at: '', required: true, inBranch: false });
  let everything: Place[] | undefined;
  const below = (parent: Place): Place[] => childrenOf(parent).flatMap((child) => [child, ...below(child)]);

  return {
    root,
    childrenOf,
    rowOf,
    find: (pointer, base = root) => {
      let found: Place | undefined = base;
      for (const segment of fromPointer(pointer)) {
        if (found === undefined) return undefined;
        const isRow = found.schema.type === 'array' && /^(\*|\d+)$/.test(segment);
        if (isRow) found = rowOf(found);
        else if (found.schema.type === 'array') return undefined;
        else found = childrenOf(found).find(({ answers }) => fromPointer(answers).at(-1) === segment);
      }
      return found;
    },
    all: () => (everything ??= below(root)),
  };
};

/** What `#/$defs/x` names, with its place in the file. */
export const localTarget = (document: Schema, ref: string): { schema: Schema; at: Pointer } | undefined => {
  if (!ref.startsWith('#/')) return undefined;
  const at = ref.slice(1);
  let node: unknown = document;
  for (const segment of fromPointer(at))
    node =
      typeof node === 'object' && node !== null && Object.hasOwn(node, segment)
        ? Reflect.get(node, segment)
        : undefined;
  return isObject(node) ? { schema: node, at } : undefined;
};

export interface Subschema {
  schema: Schema;
  at: Pointer;
  /** Describes answers; false for what only tests them, as in `if`, `not` and `contains`. */
  describes: boolean;
}

/** Every schema in the file, references not followed. */
export const subschemas = (schema: Schema, at: Pointer = '', describes = true): Subschema[] => {
  const inside = (child: Schema | undefined, path: (string | number)[], describing = describes): Subschema[] =>
    child === undefined ? [] : subschemas(child, `${at}${toPointer(path)}`, describing);
  const named = (keyword: '$defs' | 'properties'): Subschema[] =>
    Object.entries(schema[keyword] ?? {}).flatMap(([name, child]) => inside(child, [keyword, name]));
  const listed = (keyword: 'oneOf' | 'anyOf' | 'allOf'): Subschema[] =>
    (schema[keyword] ?? []).flatMap((child, index) => inside(child, [keyword, index]));
  return [
    { schema, at, describes },
    ...named('properties'),
    ...inside(schema.items, ['items']),
    ...listed('oneOf'),
    ...listed('anyOf'),
    ...listed('allOf'),
    ...inside(schema.then, ['then']),
    ...inside(schema.else, ['else']),
    ...inside(schema.if, ['if'], false),
    ...inside(schema.not, ['not'], false),
    ...inside(schema.contains, ['contains'], false),
    ...named('$defs'),
  ];
};
