/** Sizes, colours and table lines of the PDF; the same scale as the page's, in points. */
export const ink = '#1d2433';
export const muted = '#525b6b';
export const line = '#c9ced6';
export const danger = '#b3261e';
export const shade = '#eef0f4';

export const size = { body: 10, small: 8, h1: 20, h2: 15, h3: 12 };
/** Of the words of a table, by how its page lies. */
export const tableSize = { upright: 9, landscape: 8 };

export const defaultStyle = { font: 'Sans', fontSize: size.body, lineHeight: 1.15, color: ink };

/** A4 in points: 595 × 842. */
export const margins: [number, number, number, number] = [48, 78, 48, 58];
export const pageHeight = { portrait: 841.89, landscape: 595.28 };
export const portraitWidth = 595.28 - margins[0] - margins[2];
export const landscapeWidth = 841.89 - margins[0] - margins[2];

interface LaidOutTable {
  table: { body: unknown[]; heads?: number };
}

/** Left and right of the words in a cell. */
export const cellPadding = 6;

/** Thin lines between rows, none between columns. */
export const ruledTable = {
  hLineWidth: (row: number, node: LaidOutTable): number => (row === 0 || row === node.table.body.length ? 0.8 : 0.5),
  vLineWidth: (): number => 0,
  hLineColor: (): string => line,
  fillColor: (row: number, node: LaidOutTable): string | null => (row < (node.table.heads ?? 0) ? shade : null),
  paddingLeft: (): number => cellPadding,
  paddingRight: (): number => cellPadding,
  paddingTop: (): number => 4,
  paddingBottom: (): number => 4,
};

/** Name and value beside each other, as on the cover. */
export const coverTable = {
  hLineWidth: (): number => 0.5,
  vLineWidth: (): number => 0,
  hLineColor: (): string => line,
  paddingLeft: (): number => 0,
  paddingRight: (): number => 8,
  paddingTop: (): number => 4,
  paddingBottom: (): number => 4,
};
