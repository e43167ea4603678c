/** Lists as files for spreadsheets (RFC 4180), in UTF-8 with a byte-order mark so that every spreadsheet reads names rightly. */
import { Readable } from 'node:stream';
import { disposition } from './download.ts';
import type { Reply } from './route.ts';

type Cell = string | number | undefined;

/** What a spreadsheet would take for a formula is made a text by an apostrophe. */
const harmless = (text: string): string =>
  /^[\s\u200b\ufeff]*[-=+@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;

const cell = (value: Cell): string => {
  if (typeof value === 'number') return String(value);
  const text = harmless(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One line with its end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

async function* lines(head: readonly string[], rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>) {
  yield `\uFEFF${csvLine(head)}`;
  for await (const row of rows) yield csvLine(row);
}

/** The download of a list, sent while it is read. */
export const csvReply = (
  name: string,
  head: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Reply => ({
  status: 200,
  stream: Readable.from(lines(head, rows)),
  headers: {
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': disposition(name),
  },
});
