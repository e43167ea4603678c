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
    faults.push({
      kind: 'syntax',
      pointer: '',
      offset: first.offset,
      message: syntaxMessages[code] ?? `Not JSON: ${code}.`,
    });
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
    faults.push({ kind: 'syntax', pointer: '', offset, message: `Not JSON: ${message}.` });
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
