/**
 * What release 0.2.0 and older left out of a PDF, by the rules that it had: it laid out some things as one piece and lost such as did not fit
 * on a page, and gave columns the width of their longest words, beyond the edge of the page.
 */
import type { PrintBlock, PrintDocument, PrintTable } from '../../engine/index.ts';
import { englishPrintWords, formatBytes } from '../../engine/index.ts';
import { heightOf, isTable, rowHeight } from '../../server/platform/pdf/heights.ts';
import { landscapeWidth, margins, pageHeight, portraitWidth, size } from '../../server/platform/pdf/layout.ts';
import { createMeasure, pdfmakeColumns, type Measure } from '../../server/platform/pdf/measure.ts';
import { paragraph } from '../../server/platform/pdf/text.ts';

export type Missing = 'answer' | 'row' | 'card' | 'column';

export interface Loss {
  /** Of the question; empty for the cover and the list of documents. */
  pointer: string;
  missing: Missing;
}

/** Its counts of letters: fewer than so many were taken to fit on a page. */
const [shortAnswer, shortRow, shortCard] = [900, 1500, 1200];
/** Its counts of columns: more made a landscape page, and more still cards. */
const [mostUpright, mostLandscape] = [6, 9];
const upright = pageHeight.portrait - margins[1] - margins[3];
const wideRoom = pageHeight.landscape - margins[1] - margins[3];

const length = (texts: string[]): number => texts.join('').length;
const stackOf = (text: string, fontSize: number, bold = false): unknown => ({
  stack: text.split('\n').map((line) => paragraph(line, undefined, { fontSize, bold })),
});

const answerLost = ({ question, lines }: Extract<PrintBlock, { kind: 'answer' }>, measure: Measure): boolean => {
  if (length([question, ...lines]) >= shortAnswer) return false;
  const stack = [
    paragraph(question, undefined, { bold: true, margin: [0, 6, 0, 1] }),
    ...lines.map((line) => paragraph(line, undefined, { margin: [0, 0, 0, 4] })),
  ];
  return heightOf(measure({ stack }), portraitWidth) > upright;
};

/** Names and values beside each other, a third of the page for the names. */
const pairs = (rows: [string, string][], fontSize: number, measure: Measure): { height: number; over: boolean } => {
  const body = rows.map((row) => row.map((text) => stackOf(text, fontSize)));
  const node = measure({ table: { widths: ['34%', '*'], body }, layout: 'cover' });
  if (!isTable(node)) return { height: 0, over: false };
  const room = portraitWidth - node._offsets.total;
  const [names, values] = node.table.widths;
  if (names === undefined || values === undefined) return { height: 0, over: false };
  names._calcWidth = portraitWidth * 0.34 - node._offsets.total / 2;
  values._calcWidth = Math.max(room - names._calcWidth, values._minWidth);
  const height = node.table.body.reduce((sum, _row, at) => sum + rowHeight(node, at), 0);
  return { height, over: names._calcWidth + values._calcWidth > room + margins[2] };
};

const cardLosses = ({ columns, rows }: PrintTable, measure: Measure): Missing[] =>
  rows.flatMap((row): Missing[] => {
    const filled = columns.flatMap(({ label }, at): [string, string][] =>
      (row[at] ?? '') === '' ? [] : [[label, row[at] ?? '']],
    );
    if (filled.length === 0) return [];
    const { height, over } = pairs(filled, size.body - 1, measure);
    const lost = length(row) < shortCard && height > upright;
    return [...(lost ? ['card' as const] : []), ...(over ? ['column' as const] : [])];
  });

const stretches = (longest: number[], { columns }: PrintTable, at: number): boolean =>
  columns[at]?.numeric !== true && ((longest[at] ?? 0) > 14 || longest[at] === Math.max(...longest));

const tableLosses = (table: PrintTable, measure: Measure): Missing[] => {
  const { columns, rows, totals } = table;
  if (rows.length === 0) return [];
  if (columns.length > mostLandscape) return cardLosses(table, measure);
  const lies = columns.length > mostUpright;
  const fontSize = lies ? size.small : size.body - 1;
  const longest = columns.map(({ label }, at) =>
    rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), label.length),
  );
  const body = [
    columns.map(({ label }) => stackOf(label, fontSize, true)),
    ...rows.map((row) => columns.map((_column, at) => stackOf(row[at] ?? '', fontSize))),
    ...(totals === undefined ? [] : [totals.map((total) => stackOf(total, fontSize, true))]),
  ];
  const widths = columns.map((_column, at) => (stretches(longest, table, at) ? '*' : 'auto'));
  const node = measure({ table: { widths, body }, layout: 'ruled' });
  if (!isTable(node)) return [];
  const room = (lies ? landscapeWidth : portraitWidth) - node._offsets.total;
  pdfmakeColumns(node.table.widths, room);
  const wide = node.table.widths.reduce((sum, { _calcWidth }) => sum + _calcWidth, 0);
  const [head = 0, first = 0, ...others] = body.map((_row, at) => rowHeight(node, at));
  const page = lies ? wideRoom : upright;
  const whole = rows.every((row) => length(row) < shortRow);
  const lost = head + first > page || (whole && others.some((height) => height > page - head));
  return [...(lost ? ['row' as const] : []), ...(wide > room + margins[2] ? ['column' as const] : [])];
};

const documentsOf = ({ attachments, words = englishPrintWords }: PrintDocument): PrintTable => ({
  kind: 'table',
  pointer: '',
  question: '',
  required: false,
  columns: [words.kind, words.document, words.title, words.size].map((label, at) => ({ label, numeric: at === 3 })),
  rows: attachments.map(({ kind, name, title, bytes }) => [kind, name, title, formatBytes(bytes)]),
});

const lossesOfBlock = (block: PrintBlock, measure: Measure): Loss[] => {
  if (block.kind === 'answer') return answerLost(block, measure) ? [{ pointer: block.pointer, missing: 'answer' }] : [];
  if (block.kind !== 'table') return [];
  return [...new Set(tableLosses(block, measure))].map((missing) => ({ pointer: block.pointer, missing }));
};

/** Where the PDF that release 0.2.0 drew of it lacks something, by question. */
export const lossesOf = async (document: PrintDocument): Promise<Loss[]> => {
  const measure = await createMeasure(document);
  const names = document.signatories.map(({ label, name, at }): [string, string] => [label, `${name}, ${at}`]);
  const cover = [...document.cover.map(({ label, value }): [string, string] => [label, value]), ...names];
  return [
    ...(cover.length > 0 && pairs(cover, size.body, measure).over ? [{ pointer: '', missing: 'column' as const }] : []),
    ...document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => lossesOfBlock(block, measure))),
    ...lossesOfBlock(documentsOf(document), measure),
  ];
};
