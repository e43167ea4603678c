/** No component puts bare text beside what it knows nothing of: a translated page could not be changed there (decision 0010). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ours = (path: string): boolean => path.startsWith(join(root, 'renderer/'));

const options = ((): ts.CompilerOptions => {
  const read: { config?: unknown } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  return ts.parseJsonConfigFileContent(read.config, ts.sys, root).options;
})();

/** A program of all pages, and of `planted` as if it stood among them. */
const programOf = (planted?: string): ts.Program => {
  const files = ts.sys.readDirectory(join(root, 'renderer'), ['.tsx']);
  const path = join(root, 'renderer/Planted.tsx');
  const host = ts.createCompilerHost(options);
  const found = ts.createCompilerHost(options);
  host.getSourceFile = (name, ...rest) =>
    name === path && planted !== undefined
      ? ts.createSourceFile(name, planted, ts.ScriptTarget.ES2024, true, ts.ScriptKind.TSX)
      : found.getSourceFile(name, ...rest);
  host.fileExists = (name) => (name === path && planted !== undefined) || found.fileExists(name);
  return ts.createProgram(planted === undefined ? files : [path], options, host);
};

/** Whether React would make a text of a value of this type, or of one inside it. */
const mayBeText = (checker: ts.TypeChecker, type: ts.Type): boolean => {
  if (type.isUnion()) return type.types.some((each) => mayBeText(checker, each));
  const plain = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike;
  if (type.flags & (plain | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true;
  if (!(type.flags & ts.TypeFlags.Object)) return false;
  if (checker.isArrayLikeType(type)) {
    const each = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return each === undefined || mayBeText(checker, each);
  }
  return type.getProperty('props') === undefined;
};

const functionIn = (node: ts.Node | undefined): ts.SignatureDeclaration | undefined => {
  if (node === undefined) return undefined;
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node;
  // `memo(…)` and the like; what `lazy(…)` loads is looked at where it is made.
  const wraps = ts.isCallExpression(node) && node.expression.getText() !== 'lazy';
  return wraps ? functionIn(node.arguments[0]) : undefined;
};

/** The components of a file: functions with a capital, and what classes draw. */
const componentsOf = (file: ts.SourceFile): [name: string, made: ts.SignatureDeclaration][] => {
  const found: [string, ts.SignatureDeclaration][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && /^[A-Z]/.test(node.name.getText(file))) {
      const made = functionIn(node.initializer);
      if (made) found.push([node.name.getText(file), made]);
    }
    if (ts.isFunctionDeclaration(node) && /^[A-Z]/.test(node.name?.text ?? ''))
      found.push([node.name?.text ?? '', node]);
    if (ts.isMethodDeclaration(node) && node.name.getText(file) === 'render') found.push(['render', node]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const bareTexts = (program: ts.Program): string[] => {
  const checker = program.getTypeChecker();
  return program
    .getSourceFiles()
    .filter(({ fileName }) => ours(fileName) && fileName.endsWith('.tsx'))
    .flatMap((file) =>
      componentsOf(file).flatMap(([name, made]) => {
        const signature = checker.getSignatureFromDeclaration(made);
        const type = signature && checker.getReturnTypeOfSignature(signature);
        return type && mayBeText(checker, type) ? [`${file.fileName.slice(root.length)}: ${name}`] : [];
      }),
    );
};

test('every component gives elements; text that it would give bare stands in a fragment, which keeps it apart', () => {
  expect(bareTexts(programOf())).toEqual([]);
});

test('each way of giving bare text is found, and no other component', () => {
  const planted = `
    import type { ReactNode } from 'react';
    export const Words = ({ text }: { text: string }) => text;
    export const Figure = ({ n }: { n?: number }) => (n === undefined ? null : n);
    export const Sometimes = ({ on }: { on: boolean }) => on && 'words';
    export const Given = ({ children }: { children: ReactNode }) => children;
    export const Several = ({ all }: { all: string[] }) => all.map((each) => each);
    export class Drawn { render(): ReactNode { return null; } }
    export const Element = ({ text }: { text: string }) => <b>{text}</b>;
    export const Apart = ({ children }: { children: ReactNode }) => <>{children}</>;
    export const Elements = ({ all }: { all: string[] }) => all.map((each) => <b key={each}>{each}</b>);
    export const Nothing = () => null;`;
  const found = bareTexts(programOf(planted)).map((line) => line.replace('renderer/Planted.tsx: ', ''));
  expect(found).toEqual(['Words', 'Figure', 'Sometimes', 'Given', 'Several', 'render']);
});

test('nothing is drawn past the portal’s own runtime', () => {
  const past = ts.sys
    .readDirectory(join(root, 'renderer'), ['.ts', '.tsx'])
    .filter((path) => !path.startsWith(join(root, 'renderer/jsx/')))
    .filter((path) =>
      /@jsx|'react\/jsx|\b(createElement|cloneElement)\(|createTextNode/.test(strip(readFileSync(path, 'utf8'))),
    );
  expect(past).toEqual([]);
});

/** Elements of the document that are made by hand hold no text beside others. */
const strip = (source: string): string => source.replaceAll(/document\.createElement\('a'\)/g, '');
