/** How high things will stand, from the lines they are broken into; pdfmake says so only once they are placed. */
import type { LaidNode, LaidTable } from 'pdfmake/js/LayoutBuilder.js';
import { linesOf } from './lines.ts';
import { setColumnWidths } from './widths.ts';

const lineHeights = (node: LaidNode, width: number): number[] => linesOf(node, width).map((line) => line.getHeight());

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Sets the widths of its columns for the room that it will have. */
export const setTableWidths = (node: LaidTable, width: number): void =>
  setColumnWidths(node.table.widths, width - node._offsets.total, node._offsets.total);

/** Of a row of a table whose widths are set, with its paddings and the line below it. */
export const rowHeight = (node: LaidTable, row: number): number => {
  const { paddingTop, paddingBottom, hLineWidth } = node._layout;
  const cells = node.table.body[row] ?? [];
  const inner = Math.max(0, ...cells.map((cell, at) => heightOf(cell, node.table.widths[at]?._calcWidth ?? 0)));
  return paddingTop(row, node) + inner + paddingBottom(row, node) + hLineWidth(row + 1, node);
};

const tableHeight = (node: LaidTable, width: number): number => {
  setTableWidths(node, width);
  return node._layout.hLineWidth(0, node) + sum(node.table.body.map((_row, at) => rowHeight(node, at)));
};

const columnsHeight = ({ columns = [], _gap = 0 }: LaidNode, width: number): number => {
  setColumnWidths(columns, width - _gap * (columns.length - 1), 0);
  return Math.max(0, ...columns.map((column) => heightOf(column, column._calcWidth)));
};

const innerHeight = (node: LaidNode, width: number): number => {
  if (node.columns !== undefined) return columnsHeight(node, width);
  if (node.stack !== undefined) return sum(node.stack.map((item) => heightOf(item, width)));
  if (isTable(node)) return tableHeight(node, width);
  if (node.text !== undefined) return sum(lineHeights(node, width));
  return node._minHeight ?? 0;
};

export const isTable = (node: LaidNode): node is LaidTable => node.table !== undefined;

/** Of a measured node in a column so wide, with its margins. */
export const heightOf = (node: LaidNode, width: number): number => {
  const [left, top, right, bottom] = node._margin ?? [0, 0, 0, 0];
  return top + innerHeight(node, width - left - right) + bottom;
};

/** So many lines of a paragraph stand at least together. */
const fewLines = 3;

/** Of the first lines of a paragraph; of all of it where only one more would be left. */
export const firstLines = (node: LaidNode, width: number): number => {
  const heights = lineHeights(node, width);
  return sum(heights.length <= fewLines + 1 ? heights : heights.slice(0, fewLines));
};
