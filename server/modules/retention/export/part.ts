/** What a case's export is made of: parts that are given out, some of them only when somebody says yes to each. */
import { formatDate, formatDateTime, isRealDate, type PrintBlock } from '../../../../engine/index.ts';
import { isObject, type JsonValue } from '../../../../engine/json.ts';
import type { CaseExportPart } from '../../../../wire/case-export.ts';
import type { AttachmentDocument } from '../../drafts/index.ts';

export interface Content {
  /** In the one PDF. */
  blocks: PrintBlock[];
  /** In `data.json`. */
  data: JsonValue;
}

/** `given`: ids of the parts that somebody said yes to. */
export type ContentOf = (given: ReadonlySet<string>) => Promise<Content> | Content;

export interface Part extends CaseExportPart {
  /** Its title without names of people outside the council; absent where the title has none. */
  plain?: string;
  /** Absent where it only says that more of another part is given out. */
  content?: ContentOf;
  /** The document that it is. */
  file?: AttachmentDocument;
}

export const heading = (text: string): PrintBlock => ({ kind: 'heading', text });
export const note = (text: string): PrintBlock => ({ kind: 'note', text });
/** Something by its name; nothing where there is nothing to say. */
export const fact = (question: string, ...lines: (string | undefined)[]): PrintBlock[] => {
  const said = lines.flatMap((line) => (line === undefined || line === '' ? [] : [line]));
  return said.length === 0 ? [] : [{ kind: 'answer', pointer: '', question, lines: said, required: false }];
};

/** Any value in words, a line each. */
export const linesOf = (value: JsonValue | undefined): string[] => {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return value.map((each) => linesOf(each).join(', ')).filter((line) => line !== '');
  if (isObject(value)) return [Object.values(value).flatMap(linesOf).join(', ')].filter((line) => line !== '');
  if (typeof value === 'boolean') return [value ? 'Yes' : 'No'];
  return typeof value === 'string' && isRealDate(value) ? [formatDate(value)] : [String(value)];
};

export type Moment = (at: string) => string;
export const momentIn =
  (timeZone: string): Moment =>
  (at) =>
    formatDateTime(at, timeZone);
