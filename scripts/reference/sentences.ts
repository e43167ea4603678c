/** The sentences in a file of code: what stands in elements, and every text that reads like words. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Elements inside a sentence; any other begins one of its own. */
const inline = new Set(['a', 'abbr', 'b', 'bdi', 'code', 'em', 'i', 'kbd', 'Link', 'span', 'strong', 'time']);

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Attributes and members whose texts nobody reads. */
const silentMembers = names(
  'accept allow as autoComplete className code collection d env format headers href htmlFor id inputMode key kind look method name path pattern queryKey rel role rule sandbox scope sort src style summary tag target to transform type types viewBox',
);

/** Calls that talk to a machine. */
const silentCalls = names(
  'asks closest command createElement debug define endsWith exec get getPropertyValue header includes info isElement join matchMedia matches mkdtempSync pragma prepare querySelector querySelectorAll replace replaceAll set setAttribute setHeader setProperty startsWith trace warn',
);

/** Errors that only whoever programs can meet, and other objects made from texts that nobody reads. */
const silentObjects = names('Error Map RangeError RegExp Set TypeError URL');

const collapsed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const withoutValues = (text: string): string => text.replaceAll(/\{[^{}]*\}/g, '');

/** Where a change has no entry in the audit trail: the code says it to itself. */
const notNoted = 'not noted';

/** One word with a capital, or two words after one another. */
const readsLikeWords = (text: string): boolean =>
  /^\p{Lu}[\p{Ll}’]+[.…:?!]?$/u.test(text) ||
  /(^|[\s“(])[\p{L}’]{2,}[,;:]? [“‘(]?[\p{L}{]|\} \p{L}{2,}/u.test(text.replaceAll(/<[^>]*>/g, ''));

/** What an element shows is read, unless it is no more than a name in small letters. */
const isShown = (text: string): boolean => /^\p{Lu}|\p{L} \p{L}/u.test(text) && /\p{L}{2}/u.test(withoutValues(text));

const placeholder = (node: ts.Node): string => {
  if (ts.isIdentifier(node)) return `{${node.text}}`;
  if (ts.isPropertyAccessExpression(node)) return `{${node.name.text}}`;
  const [first] = ts.isCallExpression(node) ? node.arguments : [];
  return first === undefined ? '{…}' : placeholder(first);
};

/** What a text in code says, its values in braces; undefined for anything that is no text. */
const literal = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce(
    (text, span) => `${text}${placeholder(span.expression)}${span.literal.text}`,
    node.head.text,
  );
};

const calledName = (node: ts.Expression): string =>
  ts.isPropertyAccessExpression(node) ? node.name.text : node.getText();

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
]);

const isSilent = (node: ts.Node): boolean => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) return silentMembers.has(node.name.getText());
  if (ts.isCallExpression(node)) return silentCalls.has(calledName(node.expression));
  if (ts.isNewExpression(node)) return silentObjects.has(node.expression.getText());
  return ts.isElementAccessExpression(node);
};

/** A text that is only compared with another. */
const isCompared = ({ parent }: ts.Node): boolean =>
  ts.isCaseClause(parent) || (ts.isBinaryExpression(parent) && comparisons.has(parent.operatorToken.kind));

/** What stands inside an element, each sentence a line; what is no part of a sentence goes to `apart`. */
const linesIn = (children: readonly ts.JsxChild[], apart: (node: ts.Node) => void): string =>
  children
    .map((child): string => {
      if (ts.isJsxText(child)) return child.text.replaceAll(/\s*\n\s*/g, ' ');
      if (ts.isJsxElement(child) && inline.has(child.openingElement.tagName.getText())) {
        child.openingElement.attributes.forEachChild(apart);
        return linesIn(child.children, apart);
      }
      if (!ts.isJsxExpression(child)) apart(child);
      if (!ts.isJsxExpression(child) || child.expression === undefined) return '\n';
      const text = literal(child.expression);
      if (text === undefined) apart(child.expression);
      return text ?? placeholder(child.expression);
    })
    .join('');

/** The sentences of one file in their order, each once. */
export const sentencesOf = (path: string): string[] => {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (isSilent(node)) return;
    const text = collapsed(literal(node) ?? '');
    const reads = ts.isJsxAttribute(node.parent) ? isShown : readsLikeWords;
    if (reads(text) && text !== notNoted && !isCompared(node)) found.add(text);
    if (!ts.isJsxElement(node) && !ts.isJsxFragment(node)) {
      node.forEachChild(visit);
      return;
    }
    if (ts.isJsxElement(node)) node.openingElement.attributes.forEachChild(visit);
    for (const line of linesIn(node.children, visit).split('\n').map(collapsed)) if (isShown(line)) found.add(line);
  };
  ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true).forEachChild(visit);
  return [...found];
};
