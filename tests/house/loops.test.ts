/** No loop of a capability runs for ever: what is written on a revision until nobody was first goes through `untilWritten`, which ends. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** Whether a loop has no condition of its own: `for (;;)`, `while (true)`. */
const isEndless = (node: ts.Node): boolean =>
  ts.isForStatement(node)
    ? node.condition === undefined
    : (ts.isWhileStatement(node) || ts.isDoStatement(node)) && node.expression.kind === ts.SyntaxKind.TrueKeyword;

const endlessIn = (file: string, text = readFileSync(join(root, file), 'utf8')): string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (isEndless(node)) found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
};

test('every loop in server/modules says when it ends', () => {
  expect(
    endlessIn('made-up.ts', 'for (;;) {}\nwhile (true) {}\nfor (let at = 0; ; at += 1) {}\ndo {} while (true)'),
  ).toEqual(['made-up.ts:1', 'made-up.ts:2', 'made-up.ts:3', 'made-up.ts:4']);
  expect(endlessIn('made-up.ts', 'for (let at = 0; at < 3; at += 1) {}\nwhile (more) {}\n// for (;;)')).toEqual([]);
  const files = globSync('server/modules/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }).sort();
  expect(files.length).toBeGreaterThan(150);
  expect(files.flatMap((file) => endlessIn(file))).toEqual([]);
});
