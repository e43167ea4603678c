/** Lists as files for spreadsheets (RFC 4180), in UTF-8 with a byte-order mark so that every spreadsheet reads names rightly. */
import { Readable } from 'node:stream';
import { disposition } from './download.ts';
import type { Reply } from './route.ts';

type Cell = string | number | undefined;

/**
 * What a spreadsheet would take for a formula is made a text by an apostrophe: at the beginning, and behind a semicolon or a line break too,
 * since a spreadsheet that parts cells at semicolons, as in many languages, begins one there.
 */
const harmless = (text: string): string => {
  const inner = text.replaceAll(
    /(?<=[;\r\n])([\s\u200b\ufeff"]*)(?=[-=+@\uff1d\uff0b\uff0d\uff20])/gu,
    (blank: string) => `${blank}'`,
  );
  return /^[\s\u200b\ufeff"]*[-=+@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(inner) ? `'${inner}` : inner;
};

const cell = (value: Cell): string => {
  if (typeof value === 'number') return String(value);
  const text = harmless(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One line with its end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

type Row = readonly Cell[];

async function* lines(head: readonly string[], first: IteratorResult<Row>, rest: AsyncIterator<Row>) {
  yield `\uFEFF${csvLine(head)}`;
  for (let next = first; next.done !== true; next = await rest.next()) yield csvLine(next.value);
}

async function* all(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Row> {
  yield* rows;
}

/** The download of a list, sent while it is read. What is wrong with the request shows at the first row, before anything is sent. */
export const csvReply = async (
  name: string,
  head: readonly string[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): Promise<Reply> => {
  const rest = all(rows);
  return {
    status: 200,
    stream: Readable.from(lines(head, await rest.next(), rest)),
    headers: {
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': disposition(name),
    },
  };
};
