/** What must stand on paper of a document, in reading order, said without knowing how the PDF is laid out. */
import {
  englishPrintWords,
  formatBytes,
  type PrintBlock,
  type PrintDocument,
  type PrintTable,
  type PrintWords,
} from '../../engine/index.ts';

/** Pieces that stand beside each other; one that stands alone is a paragraph. */
export interface Group {
  cells: string[];
  /** Repeated at the top of a page on which the group goes on. */
  head?: string;
  /** Has to stand on one page with the beginning of the next. */
  leads?: boolean;
}

/** Alternatives: a table is drawn as one, or as cards of names and values. */
export type Part = Group[][];

/** Letters alone: how the space between them is kept is another matter, and marks that have no shape need not be. */
export const lettersOf = (text: string): string =>
  text.normalize('NFC').replaceAll(/[\s\u0085]|(?![\u200c\u200d\ufe0f])\p{Default_Ignorable_Code_Point}/gu, '');

const alone = (text: string, leads = false): Part => [[{ cells: [lettersOf(text)], leads }]];

const tableOf = (
  { columns, rows, totals }: Pick<PrintTable, 'columns' | 'rows' | 'totals'>,
  words: PrintWords,
): Part => {
  const labels = columns.map(({ label }) => lettersOf(label));
  const head = labels.join('');
  const total = totals?.map((value, at) => (at === 0 && value === '' ? words.total : value));
  const all = [...rows, ...(total === undefined ? [] : [total])];
  return [
    [{ cells: labels }, ...all.map((row) => ({ cells: row.map(lettersOf), head }))],
    rows.flatMap((row) =>
      row.flatMap((value, at) => (value === '' ? [] : [{ cells: [labels[at] ?? '', lettersOf(value)] }])),
    ),
  ];
};

const blockOf = (block: PrintBlock, words: PrintWords): Part[] => {
  if (block.kind === 'heading') return [alone(block.text, true)];
  if (block.kind === 'note') return [alone(block.text)];
  const question = alone(block.question, true);
  if (block.kind === 'table')
    return [question, block.rows.length === 0 ? alone(words.notAnswered) : tableOf(block, words)];
  return [question, ...(block.lines.length === 0 ? [words.notAnswered] : block.lines).map((line) => alone(line))];
};

export const expected = (document: PrintDocument, words = document.words ?? englishPrintWords): Part[] => [
  alone(document.title),
  ...(document.status === 'draft' ? [alone(words.draftNotice)] : []),
  [
    [...document.cover, ...document.signatories.map(({ label, name, at }) => ({ label, value: `${name}, ${at}` }))].map(
      ({ label, value }) => ({ cells: [lettersOf(label), lettersOf(value)] }),
    ),
  ],
  ...document.sections.flatMap(({ heading, blocks }) => [
    alone(heading, true),
    ...blocks.flatMap((block) => blockOf(block, words)),
  ]),
  ...(document.attachments.length === 0
    ? []
    : [
        alone(words.documentsSent, true),
        tableOf(
          {
            columns: [words.kind, words.document, words.title, words.size].map((label) => ({ label, numeric: false })),
            rows: document.attachments.map(({ kind, name, title, bytes }) => [kind, name, title, formatBytes(bytes)]),
          },
          words,
        ),
      ]),
];
