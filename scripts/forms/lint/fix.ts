/** What can be fixed in a file without changing what it means: text in, text out, with a word for each thing done. */
import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';

export interface Fixed {
  text: string;
  done: string[];
}

interface Edit {
  from: number;
  to: number;
  text: string;
}

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((one, other) => other.from - one.from)
    .reduce((before, { from, to, text: put }) => before.slice(0, from) + put + before.slice(to), text);

const raw = (text: string, { offset, length }: Node): string => text.slice(offset, offset + length);

const keyOf = (property: Node): string => String(property.children?.[0]?.value);

const keysOf = (node: Node | undefined): string[] => (node?.children ?? []).map(keyOf);

/** The tree of a file that is JSON to the letter and says nothing twice; else nothing, and the file is left alone. */
export const treeOf = (text: string): Node | undefined => {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const twice = (node: Node): boolean => {
    const keys = node.type === 'object' ? keysOf(node) : [];
    return new Set(keys).size !== keys.length || (node.children ?? []).some(twice);
  };
  return tree?.type === 'object' && errors.length === 0 && !twice(tree) ? tree : undefined;
};

/** One thing that can be fixed. */
export type Fix = (text: string, tree: Node) => Fixed;

const fixed = (text: string, edits: readonly Edit[], word: (count: number) => string): Fixed => ({
  text: applied(text, edits),
  done: edits.length === 0 ? [] : [word(edits.length)],
});

const counted = (count: number, one: string, many: string): string => (count === 1 ? one : `${count} ${many}`);

/** Names the schema, so that an editor completes and checks. */
export const nameSchema =
  (address: string): Fix =>
  (text, tree) =>
    keysOf(tree).includes('$schema')
      ? { text, done: [] }
      : fixed(
          text,
          [
            {
              from: tree.offset + 1,
              to: tree.offset + 1,
              text: `\n  "$schema": ${JSON.stringify(address)}${keysOf(tree).length > 0 ? ',' : '\n'}`,
            },
          ],
          () => 'names its schema',
        );

/** White space at the end of a line of a text is never meant. */
export const trimTexts: Fix = (text, tree) => {
  const values = (node: Node): Node[] =>
    node.type === 'string'
      ? [node]
      : (node.children ?? []).flatMap((child) =>
          values(child.type === 'property' ? (child.children?.[1] ?? child) : child),
        );
  const edits = values(tree).flatMap((node) => {
    const value = String(node.value);
    const trimmed = value.replaceAll(/[ \t]+(?=\r?\n|$)/g, '');
    // A text of nothing but space is a gap, which is for its author to fill.
    return trimmed === value || trimmed === ''
      ? []
      : [{ from: node.offset, to: node.offset + node.length, text: JSON.stringify(trimmed) }];
  });
  return fixed(text, edits, (count) =>
    counted(count, 'a text without white space at the end', 'texts without white space at the end'),
  );
};

/** Puts the members of the outermost object into an order that names each of them. */
const reordered = (text: string, tree: Node, order: readonly string[]): string => {
  const members = new Map((tree.children ?? []).map((property) => [keyOf(property), raw(text, property)]));
  const ordered = order.flatMap((key) => members.get(key) ?? []);
  return `${text.slice(0, tree.offset)}{\n  ${ordered.join(',\n  ')}\n}${text.slice(tree.offset + tree.length)}`;
};

/** The texts in the order in which the form meets them. */
export const orderTexts =
  (orderOf: (keys: readonly string[]) => readonly string[]): Fix =>
  (text, tree) => {
    const keys = keysOf(tree);
    const order = orderOf(keys);
    const same = keys.every((key, index) => key === order[index]);
    return same ? { text, done: [] } : { text: reordered(text, tree, order), done: ['texts in the order of the form'] };
  };

/** Leaves out texts that nothing names. */
export const dropTexts =
  (unused: readonly string[]): Fix =>
  (text, tree) => {
    const keys = keysOf(tree);
    const kept = keys.filter((key) => !unused.includes(key));
    const dropped = keys.filter((key) => unused.includes(key));
    return dropped.length === 0
      ? { text, done: [] }
      : { text: reordered(text, tree, kept), done: [`without unused ${dropped.join(', ')}`] };
  };

/** Every `required` and `wanted` in the order of its `properties`; one that names something else is for `check`. */
export const sortRequired: Fix = (text, tree) => {
  const edits: Edit[] = [];
  const sort = (node: Node, keyword: 'required' | 'wanted'): void => {
    const list = node.type === 'object' ? findNodeAtLocation(node, [keyword]) : undefined;
    const entries = list?.type === 'array' ? (list.children ?? []) : [];
    const names = entries.map(({ value }) => String(value));
    const order = keysOf(node.type === 'object' ? findNodeAtLocation(node, ['properties']) : undefined);
    const sorted = [...names].sort((one, other) => order.indexOf(one) - order.indexOf(other));
    const known = entries.every(({ type, value }) => type === 'string' && order.includes(String(value)));
    if (list !== undefined && known && sorted.some((name, index) => name !== names[index]))
      edits.push({ from: list.offset, to: list.offset + list.length, text: JSON.stringify(sorted) });
  };
  const visit = (node: Node): void => {
    sort(node, 'required');
    sort(node, 'wanted');
    node.children?.forEach(visit);
  };
  visit(tree);
  return fixed(text, edits, (count) =>
    counted(count, 'a “required” in the order of its properties', 'lists “required” in the order of their properties'),
  );
};

/** One fix after the other, each on what the one before left. */
export const applyFixes = (text: string, fixes: readonly Fix[]): Fixed =>
  fixes.reduce<Fixed>(
    (so, each) => {
      const tree = treeOf(so.text);
      const next = tree === undefined ? { text: so.text, done: [] } : each(so.text, tree);
      return { text: next.text, done: [...so.done, ...next.done] };
    },
    { text, done: [] },
  );
