/** Whether a table stands upright, lies on a landscape page or becomes cards, by how wide its columns have to be. */
import type { PrintTable } from '../../../engine/index.ts';
import { face, type FontName } from './letters/fonts.ts';
import { cellPadding, landscapeWidth, portraitWidth, tableSize } from './layout.ts';
import { runsOf } from './letters/runs.ts';

export type TableShape = 'upright' | 'landscape' | 'cards';

/** A row of more columns than this is better read from top to bottom. */
const mostColumns = 9;
/** A column of prose is readable from so many times the size of its letters; no word asks for more than the second. */
const readable = 6.5;
const mostOfWord = 12;
/** Letters in bold are about this much wider. */
const bold = 1.1;

const advances = new Map<FontName, Map<string, number>>();

/** Of a letter, in sizes of type, before it is joined to its neighbours. */
const advanceOf = (name: FontName, letter: string): number => {
  const known = advances.get(name) ?? new Map<string, number>();
  advances.set(name, known);
  const before = known.get(letter);
  if (before !== undefined) return before;
  const { clusters, font } = face(name);
  const advance = clusters(letter, false).reduce((sum, cluster) => sum + cluster.advance, 0) / font.unitsPerEm;
  known.set(letter, advance);
  return advance;
};

interface Extent {
  /** Of the widest word, and of the whole; no further than asked for. */
  word: number;
  whole: number;
}

const extentOf = (text: string): Extent => {
  let [word, widest, whole] = [0, 0, 0];
  for (const run of runsOf(text))
    for (const letter of run.text) {
      const advance = advanceOf(run.font, letter);
      word = /[\s\u200b]/.test(letter) ? 0 : word + advance;
      widest = Math.max(widest, word);
      whole += advance;
      if (widest >= mostOfWord) return { word: mostOfWord, whole: readable };
    }
  return { word: widest, whole: Math.min(whole, readable) };
};

/** What a column needs at least: its widest word, and room for a few words if it holds prose. */
const needOf = (table: PrintTable, at: number): number =>
  table.rows.reduce(
    (need, row) => {
      const { word, whole } = extentOf(row[at] ?? '');
      return Math.max(need, word, whole);
    },
    extentOf(table.columns[at]?.label ?? '').word * bold,
  );

export const shapeOf = (table: PrintTable): TableShape => {
  if (table.columns.length > mostColumns) return 'cards';
  const needs = table.columns.map((_column, at) => needOf(table, at));
  const widthAt = (size: number): number => needs.reduce((sum, need) => sum + need * size + 2 * cellPadding, 0);
  if (widthAt(tableSize.upright) <= portraitWidth) return 'upright';
  return widthAt(tableSize.landscape) <= landscapeWidth ? 'landscape' : 'cards';
};
