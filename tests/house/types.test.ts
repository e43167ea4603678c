/** What a collection holds and what an operation answers is known by its name: no call says it by hand, and next to nothing is cast. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
/** Casts in the server, beside `as const`. Taking one out lowers this. */
const mostCasts = 5;

const filesOf = (room: string): string[] =>
  globSync(`${room}/**/*.{ts,tsx}`, { cwd: root, exclude: ['**/*.test.ts', '**/*.test.tsx', '**/*.d.ts'] }).sort();

/** Every node of a file, and how to say where one stands. */
const nodesOf = (
  file: string,
  text = readFileSync(join(root, file), 'utf8'),
): { nodes: ts.Node[]; lineOf: (node: ts.Node) => number } => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const nodes: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return { nodes, lineOf: (node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1 };
};

const lastName = (text: string): string => text.split('.').at(-1) ?? '';
const isStore = (node: ts.Node): boolean => /^(?:store|documents|records|inner)$/.test(lastName(node.getText()));

/** Names that a file has from the browser's client, all that stands in `renderer/api`. */
const ofClient = (nodes: readonly ts.Node[]): Set<string> =>
  new Set(
    nodes.flatMap((node) => {
      if (!ts.isImportDeclaration(node) || !/\/api\/[a-z-]+\.ts'$/.test(node.moduleSpecifier.getText())) return [];
      const named = node.importClause?.namedBindings;
      return named !== undefined && ts.isNamedImports(named) ? named.elements.map(({ name }) => name.text) : [];
    }),
  );

/** Where a call of a store or of a helper over one, or in the pages a call of the client, says by hand what it gives. */
const toldByHand = (file: string, text?: string): string[] => {
  const { nodes, lineOf } = nodesOf(file, text);
  const client = ofClient(nodes);
  return nodes.flatMap((node) => {
    if (!ts.isCallExpression(node) || node.typeArguments === undefined) return [];
    const { expression } = node;
    const onStore = ts.isPropertyAccessExpression(expression) && isStore(expression.expression);
    const onClient =
      client.has(expression.getText()) || (file.startsWith('renderer/api/') && ts.isIdentifier(expression));
    const told = file.startsWith('renderer/') ? onClient : onStore || node.arguments.some(isStore);
    return told ? [`${file}:${lineOf(node)}`] : [];
  });
};

test('no call of a store says by hand what its documents are', () => {
  expect(toldByHand('made-up.ts', `await parts.store.get<Draft>('drafts', id)`)).toEqual(['made-up.ts:1']);
  expect(toldByHand('made-up.ts', `every<Draft>(store, 'drafts', all)`)).toEqual(['made-up.ts:1']);
  expect(filesOf('server').flatMap((file) => toldByHand(file))).toEqual([]);
});

test('no call of the browser’s client says by hand what it is answered', () => {
  const page = `import { call } from '../../api/client.ts';\nawait call<Draft>('GET', '/api/drafts/1')`;
  expect(toldByHand('renderer/pages/made-up.ts', page)).toEqual(['renderer/pages/made-up.ts:2']);
  expect(toldByHand('renderer/api/made-up.ts', `reading<Draft>('/api/drafts/1')`)).toEqual([
    'renderer/api/made-up.ts:1',
  ]);
  expect(filesOf('renderer').flatMap((file) => toldByHand(file))).toEqual([]);
});

test('the server casts next to nothing, and each cast has its reason above it', () => {
  const casts = filesOf('server').flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    if (!/\bas\b/.test(text)) return [];
    const { nodes, lineOf } = nodesOf(file, text);
    return nodes.flatMap((node) => {
      if (!ts.isAsExpression(node) || node.type.getText() === 'const') return [];
      return [{ file, reason: text.split('\n')[lineOf(node) - 2]?.trim() ?? '' }];
    });
  });
  expect(casts.length).toBeLessThanOrEqual(mostCasts);
  expect(casts.filter(({ reason }) => !reason.startsWith('//'))).toEqual([]);
});
