/** Whether a table stands upright, lies on a landscape page or becomes cards, by how wide its columns have to be. */
import type { PrintTable } from '../../../engine/index.ts';
import { cellPadding, landscapeWidth, portraitWidth, tableSize } from './layout.ts';
import { extentOf, type Extent } from './letters/text-width.ts';

export type TableShape = 'upright' | 'landscape' | 'cards';

/** A row of more columns than this is better read from top to bottom. */
const mostColumns = 9;
/** In sizes of type: a column of prose is readable from the width of `whole`; no word asks for more than `word`. */
const most: Extent = { word: 12, whole: 6.5 };

/** What a column needs at least: its widest word, and room for a few words if it holds prose. */
const needOf = (table: PrintTable, at: number): number =>
  table.rows.reduce(
    (need, row) => {
      const { word, whole } = extentOf(row[at] ?? '', most);
      return Math.max(need, word, whole);
    },
    extentOf(table.columns[at]?.label ?? '', most, 'bold').word,
  );

export const shapeOf = (table: PrintTable): TableShape => {
  if (table.columns.length > mostColumns) return 'cards';
  const needs = table.columns.map((_column, at) => needOf(table, at));
  const widthAt = (size: number): number => needs.reduce((sum, need) => sum + need * size + 2 * cellPadding, 0);
  if (widthAt(tableSize.upright) <= portraitWidth) return 'upright';
  return widthAt(tableSize.landscape) <= landscapeWidth ? 'landscape' : 'cards';
};
