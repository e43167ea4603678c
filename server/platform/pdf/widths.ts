/** How wide the columns of a table become, from what was measured of their words and lines. */
import columnCalculator, { type Column } from 'pdfmake/js/columnCalculator.js';

/** What a column asks for, in points: `least` shows its longest word whole, `most` its longest line. */
export interface ColumnNeed {
  least: number;
  most: number;
  /** Takes a share of what is left over. */
  stretches: boolean;
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The level at which the columns together are as wide as there is room, found by halving. */
const levelled = (room: number, atLevel: (level: number) => number[]): number[] => {
  let [low, high] = [0, room];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (sum(atLevel(middle)) > room) high = middle;
    else low = middle;
  }
  return atLevel(low);
};

/**
 * Each column gets what its longest line needs while there is room, else all give up as evenly as their longest words allow. Where not even
 * the words fit, only the columns with the widest words give way; they are broken within the word. The columns are never wider than the room.
 */
export const fitColumns = (needs: ColumnNeed[], room: number): number[] => {
  const least = sum(needs.map((need) => need.least));
  if (least > room) return levelled(room, (level) => needs.map((need) => Math.min(need.least, level)));
  const most = needs.map((need) => Math.max(need.least, need.most));
  if (sum(most) > room)
    return levelled(room, (level) =>
      needs.map((need, at) => Math.max(need.least, Math.min(level, most[at] ?? need.least))),
    );
  return levelled(room, (level) =>
    needs.map((need, at) => (need.stretches ? Math.max(most[at] ?? 0, level) : (most[at] ?? 0))),
  );
};

const percent = /^(\d+)%$/;

/**
 * Sets the widths of columns as pdfmake keeps them: `*` stretches, `auto` takes what it needs, `34%` is of the room with its paddings, a
 * number is points. */
export const setColumnWidths = (columns: Column[], room: number, paddings: number): void => {
  const fixed = columns.map(({ width }) => {
    if (typeof width === 'number') return width;
    const share = typeof width === 'string' ? percent.exec(width)?.[1] : undefined;
    return share === undefined ? undefined : ((room + paddings) * Number(share)) / 100;
  });
  const free = columns.filter((_column, at) => fixed[at] === undefined);
  const widths = fitColumns(
    free.map((column) => ({ least: column._minWidth, most: column._maxWidth, stretches: column.width !== 'auto' })),
    room - sum(fixed.map((width) => width ?? 0)),
  );
  columns.forEach((column, at) => {
    column._calcWidth = fixed[at] ?? widths.shift() ?? 0;
  });
};

/** Makes pdfmake take these widths, once per thread. */
export const installWidths = (): void => {
  columnCalculator.default.buildColumnWidths = (columns, room, paddings = 0) =>
    setColumnWidths(columns, room, paddings);
};
