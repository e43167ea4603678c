/** A JSON file with the line and column of everything in it. */
import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { fromPointer, parseJson, toPointer, type JsonValue, type Pointer } from '../../json.ts';

export interface Position {
  line: number;
  column: number;
}

/** What is wrong with the JSON as such. */
export interface Fault {
  kind: 'syntax' | 'duplicate';
  pointer: Pointer;
  offset: number;
  message: string;
  /** How to put it right, where that can be said. */
  hint?: string;
}

export interface Source {
  path: string;
  text: string;
  /** Absent where the text is not JSON. */
  value?: JsonValue;
  faults: Fault[];
  /** Of the property or item at `pointer`; of the nearest thing around it where there is none. */
  positionOf: (pointer: Pointer) => Position;
  positionAt: (offset: number) => Position;
}

/** Deeper than any form needs, and shallow enough for every recursive reader. */
const deepest = 100;

const syntaxMessages: Record<string, string> = {
  InvalidCommentToken: 'JSON has no comments.',
  CommaExpected: 'A comma is missing before this.',
  ColonExpected: 'A colon is missing before this.',
  PropertyNameExpected:
    'A property name in double quotes is expected here; a comma before a closing bracket also leads to this.',
  ValueExpected: 'A value is expected here; a comma before a closing bracket also leads to this.',
  CloseBraceExpected: 'The closing } is missing.',
  CloseBracketExpected: 'The closing ] is missing.',
  EndOfFileExpected: 'The file should end here, but something follows.',
  UnexpectedEndOfString: 'The closing quotation mark is missing.',
};

const asUtf8 = 'Save the file again as UTF-8 without a byte order mark; editors name this “Encoding” when saving.';

/** What stands in the way of reading JSON at a place, in words. */
const syntaxFault = (code: string, text: string, offset: number): Omit<Fault, 'kind' | 'pointer'> => {
  const said = (message: string, hint: string, at = offset) => ({ offset: at, message, hint });
  if (text.includes('\u0000'))
    return said('The file is not saved as UTF-8, most likely as UTF-16 (“Unicode”).', asUtf8, 0);
  if (text.startsWith('\uFEFF'))
    return said('The file begins with a byte order mark, which no one sees and JSON does not have.', asUtf8, 0);
  const rest = text.slice(offset);
  const curly = /^[“”„‘’]/u.exec(rest)?.[0];
  if (curly !== undefined)
    return said(
      `A curly quotation mark (${curly}) stands here; JSON has only straight ones.`,
      'Type " instead, and switch off “smart quotes” in the program that made it.',
    );
  if (rest.startsWith("'")) return said('JSON has no single quotation marks.', 'Put the text in double ones: "…".');
  const control = code === 'InvalidCharacter' ? /^"[^"\\]*?([\t\v\f\b])/.exec(rest) : null;
  if (control !== null)
    return said(
      control[1] === '\t' ? 'A tab stands inside a text.' : 'A mark that nobody sees stands inside a text.',
      'Put a space in its place.',
      offset + control[0].length - 1,
    );
  const word = code === 'InvalidSymbol' ? /^[^\s,:{}[\]"]+/u.exec(rest)?.[0] : undefined;
  if (word !== undefined)
    return said(
      `“${word.length > 40 ? `${word.slice(0, 40)}…` : word}” is nothing that JSON knows.`,
      'Put a text in double quotation marks; without them there are only numbers, true, false and null, in small letters.',
    );
  return { offset, message: syntaxMessages[code] ?? 'This is not JSON.' };
};

/** Reads strict JSON. Never throws: what is wrong stands in `faults`. */
export const readSource = (path: string, text: string): Source => {
  const starts = lineStarts(text);
  const positionAt = (offset: number): Position => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };

  const tooDeep = offsetTooDeep(text);
  if (tooDeep !== undefined) {
    const message = `Brackets are nested more than ${deepest} deep.`;
    const faults: Fault[] = [{ kind: 'syntax', pointer: '', offset: tooDeep, message }];
    return { path, text, faults, positionAt, positionOf: () => positionAt(tooDeep) };
  }

  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  const faults: Fault[] = [];
  if (first !== undefined) {
    const code = printParseErrorCode(first.error);
    faults.push({ kind: 'syntax', pointer: '', ...syntaxFault(code, text, first.offset) });
  } else if (tree !== undefined) duplicates(tree, [], faults);

  const value = first === undefined ? jsonOf(text, faults) : undefined;
  const positionOf = (pointer: Pointer): Position => {
    let node = tree;
    let found = tree;
    for (const segment of fromPointer(pointer)) {
      const next: Node | undefined =
        node && findNodeAtLocation(node, [node.type === 'array' ? Number(segment) : segment]);
      if (next === undefined) break;
      node = next;
      found = next.parent?.type === 'property' ? next.parent : next;
    }
    return positionAt(found?.offset ?? 0);
  };
  return { path, text, ...(value === undefined ? {} : { value }), faults, positionOf, positionAt };
};

const lineStarts = (text: string): number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

const offsetTooDeep = (text: string): number | undefined => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"' || char === '\n') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > deepest) return at;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return undefined;
};

/** JSON.parse is stricter than the parser with positions (control characters in strings, odd numbers). */
const jsonOf = (text: string, faults: Fault[]): JsonValue | undefined => {
  try {
    return parseJson(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    faults.push({ kind: 'syntax', pointer: '', offset, message: `This is not JSON: ${message}.` });
    return undefined;
  }
};

const duplicates = (node: Node, path: (string | number)[], faults: Fault[]): void => {
  if (node.type === 'array') node.children?.forEach((child, index) => duplicates(child, [...path, index], faults));
  if (node.type !== 'object') return;
  const seen = new Set<string>();
  for (const { children: [key, value] = [] } of node.children ?? []) {
    const name = String(key?.value);
    const here = [...path, name];
    if (seen.has(name) && key !== undefined)
      faults.push({
        kind: 'duplicate',
        pointer: toPointer(here),
        offset: key.offset,
        message: `“${name}” stands here a second time; the first one would be lost.`,
      });
    seen.add(name);
    if (value !== undefined) duplicates(value, here, faults);
  }
};
