import type { PrintTable, PrintWords } from '../../../engine/index.ts';
import { muted, size } from './layout.ts';
import type { Structure } from './structure.ts';
import { paragraph } from './text.ts';

/** More columns than this do not fit beside each other even on a landscape page. */
const mostColumns = 9;
/** A card with fewer characters than this stays on one page. */
const shortCard = 1200;
/** More columns than this want a landscape page. */
const mostPortraitColumns = 6;

export interface TableBlock {
  content: unknown[];
  landscape: boolean;
}

const cellLines = (text: string): string[] => (text === '' ? [''] : text.split('\n'));

const longestIn = (table: PrintTable, index: number): number =>
  Math.max(table.columns[index]?.label.length ?? 0, ...table.rows.map((row) => row[index]?.length ?? 0));

/** Columns of words share the width; short ones and figures take what they need, but one always stretches. */
const widths = (table: PrintTable): ('*' | 'auto')[] => {
  const longest = table.columns.map((_column, index) => longestIn(table, index));
  const stretches = (index: number): boolean =>
    !table.columns[index]?.numeric && ((longest[index] ?? 0) > 14 || longest[index] === Math.max(...longest));
  return table.columns.map((_column, index) => (stretches(index) ? '*' : 'auto'));
};

/** Dates, amounts and other short single words are not broken at their hyphens. */
const oneWord = /^\S{1,16}$/;

const asTable = (
  table: PrintTable,
  words: PrintWords,
  structure: Structure,
  parent: number,
  small: boolean,
): unknown => {
  const element = structure.add(parent, 'Table');
  const fontSize = small ? size.small : size.body - 1;
  const head = structure.add(element, 'TR');
  const header = table.columns.map((column) =>
    paragraph(column.label, structure.add(head, 'TH', 'Column'), {
      bold: true,
      fontSize,
      ...(column.numeric ? { alignment: 'right' } : {}),
    }),
  );
  const rowOf = (cells: string[], bold: boolean): unknown[] => {
    const row = structure.add(element, 'TR');
    return table.columns.map((column, index) => {
      const cell = structure.add(row, 'TD');
      const style = { fontSize, bold, ...(column.numeric ? { alignment: 'right' } : {}) };
      const lines = cellLines(cells[index] ?? '');
      return { stack: lines.map((text) => paragraph(text, cell, { ...style, noWrap: oneWord.test(text) })) };
    });
  };
  const body = [
    header,
    ...table.rows.map((row) => rowOf(row, false)),
    ...(table.totals === undefined
      ? []
      : [
          rowOf(
            table.totals.map((total, at) => (at === 0 && total === '' ? words.total : total)),
            true,
          ),
        ]),
  ];
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: table.rows.every((row) => row.join('').length < 1500),
      widths: widths(table),
      body,
    },
    layout: 'ruled',
    margin: [0, 2, 0, 12],
  };
};

/** A row with very many columns is set as names and values, one under the other. */
const asCards = (table: PrintTable, structure: Structure, parent: number): unknown[] =>
  table.rows.map((row) => {
    const element = structure.add(parent, 'Table');
    const body = table.columns.flatMap((column, at) => {
      const value = row[at] ?? '';
      if (value === '') return [];
      const line = structure.add(element, 'TR');
      const name = structure.add(line, 'TH', 'Row');
      const cell = structure.add(line, 'TD');
      return [
        [
          paragraph(column.label, name, { fontSize: size.body - 1, color: muted }),
          { stack: cellLines(value).map((text) => paragraph(text, cell, { fontSize: size.body - 1 })) },
        ],
      ];
    });
    if (body.length === 0) return '';
    const card = { table: { widths: ['34%', '*'], body }, layout: 'cover', margin: [0, 2, 0, 14] };
    return { stack: [card], unbreakable: row.join('').length < shortCard };
  });

export const tableBlock = (table: PrintTable, words: PrintWords, structure: Structure, parent: number): TableBlock => {
  const wide = table.columns.length > mostPortraitColumns && table.columns.length <= mostColumns;
  if (table.columns.length > mostColumns) return { content: asCards(table, structure, parent), landscape: false };
  return { content: [asTable(table, words, structure, parent, wide)], landscape: wide };
};
