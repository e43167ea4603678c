import type { PrintTable, PrintWords } from '../../../engine/index.ts';
import { muted, size, tableSize } from './layout.ts';
import { shapeOf } from './table-shape.ts';
import type { Structure } from './structure.ts';
import { widthOf } from './letters/text-width.ts';
import { paragraph } from './text.ts';

export interface TableBlock {
  content: Record<string, unknown>[];
  landscape: boolean;
}

const cellLines = (text: string): string[] => (text === '' ? [''] : text.split('\n'));

/** Dates, amounts and other short single words are not broken at their hyphens; in sizes of type. */
const shortWord = 9;

const isOneWord = (text: string): boolean => /^\S+$/.test(text) && widthOf(text) <= shortWord;

const asTable = (
  table: PrintTable,
  words: PrintWords,
  structure: Structure,
  parent: number,
  fontSize: number,
): Record<string, unknown> => {
  const element = structure.add(parent, 'Table');
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
      return { stack: lines.map((text) => paragraph(text, cell, { ...style, noWrap: isOneWord(text) })) };
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
    table: { heads: 1, widths: table.columns.map(({ numeric }) => (numeric ? 'auto' : '*')), body },
    layout: 'ruled',
    margin: [0, 2, 0, 12],
  };
};

/** A row with very many columns is set as names and values, one under the other. */
const asCards = (table: PrintTable, structure: Structure, parent: number): Record<string, unknown>[] =>
  table.rows.flatMap((row) => {
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
    if (body.length === 0) return [];
    const card = { table: { widths: ['34%', '*'], body }, layout: 'cover', margin: [0, 2, 0, 14] };
    return { stack: [card], together: true };
  });

export const tableBlock = (table: PrintTable, words: PrintWords, structure: Structure, parent: number): TableBlock => {
  switch (shapeOf(table)) {
    case 'upright':
      return { content: [asTable(table, words, structure, parent, tableSize.upright)], landscape: false };
    case 'landscape':
      return { content: [asTable(table, words, structure, parent, tableSize.landscape)], landscape: true };
    case 'cards':
      return { content: asCards(table, structure, parent), landscape: false };
  }
};
