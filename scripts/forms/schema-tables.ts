/** Tables of what the files of a package may say, made from their JSON Schemas. */
import { definitionSchemas } from '../../engine/author.ts';
import { isObject, type JsonObject, type JsonValue, textOf } from '../../engine/json.ts';

export type Kind = keyof typeof definitionSchemas;

export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

export const table = (head: readonly string[], rows: readonly string[][]): string[] =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);

export const code = (text: string): string => `\`${text}\``;

/** `fixedTable` → `fixed table`. */
export const spaced = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const documents: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  Object.values(definitionSchemas).map((schema) => [schema.$id, JSON.parse(JSON.stringify(schema)) as JsonObject]),
);

interface Node {
  value: JsonObject;
  /** The document in which it stands, whose `#/…` it means. */
  root: JsonObject;
  /** Of the part that a reference named, if it came by one. */
  name?: string;
}

const member = (value: JsonValue | undefined, root: JsonObject): Node | undefined =>
  isObject(value) ? { value, root } : undefined;

const followed = ({ value, root }: Node): Node | undefined => {
  const named = value['$ref'];
  if (typeof named !== 'string') return undefined;
  const [address = '', path = ''] = named.split('#');
  const at = address === '' ? root : documents[new URL(address, 'https://formwork.invalid/').href];
  if (at === undefined) return undefined;
  const keys = path.split('/').filter(Boolean);
  const target = keys.reduce<JsonValue | undefined>((node, key) => (isObject(node) ? node[key] : undefined), at);
  return isObject(target) ? { value: target, root: at, name: keys.at(-1) ?? 'schema' } : undefined;
};

/** What a condition in a schema decides between; a mere reference to a part is left out. */
const branches = ({ value, root }: Node): Node[] =>
  ['then', 'else'].flatMap((key) => {
    const branch = member(value[key], root);
    if (branch === undefined) return [];
    const target = followed(branch);
    return target?.name === 'reference' ? [] : [target ?? branch];
  });

const membersOf = (node: Node): [string, Node][] => {
  const own = isObject(node.value['properties']) ? Object.entries(node.value['properties']) : [];
  const here = own.flatMap(([key, value]): [string, Node][] =>
    isObject(value) ? [[key, { value, root: node.root }]] : [],
  );
  const inside = branches(node).flatMap((branch) => (branch.name === undefined ? membersOf(branch) : []));
  const once = new Map(here);
  for (const [key, each] of inside) if (!once.has(key)) once.set(key, each);
  return [...once];
};

const requiredIn = (node: Node, key: string): boolean => {
  const { required } = node.value;
  if (Array.isArray(required) && required.includes(key)) return true;
  const inside = branches(node);
  return inside.length > 0 && inside.every((branch) => requiredIn(branch, key));
};

/** A part with members of its own has a section, and others point at it. */
const hasSection = (node: Node): boolean => membersOf(node).length > 0;

const anchor = (name: string): string => spaced(name).trim().replaceAll(' ', '-');

const link = ({ name = '' }: Node): string => `[${spaced(name).trim()}](#${anchor(name)})`;

/** The named parts of which one stands here. */
const choicesOf = (node: Node): Node[] =>
  branches(node).flatMap((branch) => (branch.name === undefined ? choicesOf(branch) : [branch]));

const limits = ({ value }: Node): string => {
  const words: Record<string, (limit: string) => string> = {
    minimum: (limit) => `${limit} or more`,
    maximum: (limit) => `${limit} at most`,
    maxLength: (limit) => `${limit} characters at most`,
  };
  const said = Object.entries(words).flatMap(([keyword, wording]) =>
    typeof value[keyword] === 'number' ? [wording(value[keyword].toLocaleString('en-GB'))] : [],
  );
  return said.length === 0 ? '' : `, ${said.join(', ')}`;
};

/** Its members are told where it stands. */
const isInline = (node: Node): boolean => node.value['$ref'] === undefined && hasSection(node);

/** What may stand there, in a few words. */
const typeOf = (node: Node): string => {
  const { value, root } = node;
  const target = followed(node);
  if (target !== undefined && (hasSection(target) || choicesOf(target).length > 0)) return link(target);
  const choices = choicesOf(node);
  if (choices.length > 0) return choices.map(link).join(' or ');
  if (target?.name !== undefined && ['textKey', 'pointer', 'duration', 'scope'].includes(target.name))
    return spaced(target.name);
  if (target !== undefined) return typeOf(target);
  if ('const' in value) return code(JSON.stringify(value['const']));
  if (Array.isArray(value['enum'])) return value['enum'].map((entry) => code(JSON.stringify(entry))).join(', ');
  const items = member(value['items'], root);
  if (items !== undefined) return `list${isInline(items) ? '' : ` of ${typeOf(items)}`}`;
  const other = member(value['additionalProperties'], root);
  if (other !== undefined && !hasSection(other)) return `object of ${typeOf(other)}`;
  if (value['type'] === 'integer') return `whole number${limits(node)}`;
  if (Array.isArray(value['type'])) return value['type'].map(textOf).join(' or ');
  return typeof value['type'] === 'string' ? `${value['type']}${limits(node)}` : 'any value';
};

const aboutOf = (node: Node): string => {
  const own = node.value['description'];
  if (typeof own === 'string') return own;
  const target = followed(node);
  return target === undefined ? '' : aboutOf(target);
};

const rowsOf = (node: Node, path = ''): string[][] =>
  membersOf(node).flatMap(([key, each]) => {
    const at = `${path}${key}`;
    const row = [code(at), cell(typeOf(each)), requiredIn(node, key) ? 'yes' : '', cell(aboutOf(each))];
    const target = followed(each);
    if (target !== undefined && hasSection(target)) return [row];
    const { value, root } = target ?? each;
    const items = member(value['items'], root);
    const others = member(value['additionalProperties'], root);
    return [
      row,
      ...rowsOf({ value, root }, `${at}.`),
      ...(items !== undefined && isInline(items) ? rowsOf(items, `${at}[].`) : []),
      ...(others !== undefined && isInline(others) ? rowsOf(others, `${at}.<name>.`) : []),
    ];
  });

const head = ['member', 'what it may be', 'needed', 'what it says'];

/** The members of a file and, under headings of their own, those of its parts. */
export const schemaTables = (kind: Kind): string[] => {
  const root = documents[definitionSchemas[kind].$id] ?? {};
  const parts = isObject(root['$defs']) ? Object.entries(root['$defs']) : [];
  const own = rowsOf({ value: root, root });
  return [
    ...(own.length === 0 ? [] : [...table(head, own), '']),
    ...parts.flatMap(([name, value]) => {
      const node = member(value, root);
      if (node === undefined || name === 'reference') return [];
      const members = rowsOf(node);
      const choices = choicesOf(node);
      if (members.length === 0 && choices.length === 0) return [];
      return [
        `### ${spaced(name).trim()}`,
        '',
        ...(aboutOf(node) === '' ? [] : [cell(aboutOf(node)), '']),
        ...(choices.length === 0 ? [] : [`One of ${choices.map(link).join(', ')}.`, '']),
        ...(members.length === 0 ? [] : [...table(head, members), '']),
      ];
    }),
  ];
};
