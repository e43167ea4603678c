/** Boxes and lines to write in, as high as handwriting is. */
import type { Room, Tick } from '../../../engine/index.ts';
import { ink, muted, size } from './layout.ts';
import type { Structure } from './structure.ts';
import { widthOf } from './letters/text-width.ts';
import { paragraph } from './text.ts';

export type Content = Record<string, unknown>;

const edge = '#767e8c';
const faint = '#c9ced6';
const cell = 15;

/** A box holds a mark that shows nothing, so that it has a place in the document's order. */
const nothing = '\u00a0';

/** As high as a line that is written on; decoration to whoever listens. */
export const emptyLine = (): Content => paragraph(nothing, undefined);

const frame = (rows: number, inner: string) => ({
  hLineWidth: (row: number): number => (row === 0 || row === rows ? 0.8 : 0.5),
  vLineWidth: (): number => 0.8,
  hLineColor: (row: number): string => (row === 0 || row === rows ? edge : inner),
  vLineColor: (): string => edge,
  paddingLeft: (): number => padding,
  paddingRight: (): number => padding,
  paddingTop: (): number => 3,
  paddingBottom: (): number => 3,
});

/** Of a box's words. */
const widths = { short: 84, half: 220, full: '*' } as const;
const padding = 5;

/** Whether a box of one line, with what is written in it, stands in a room so narrow. */
export const fitsLine = (
  { width, before, written }: Omit<Extract<Room, { kind: 'line' }>, 'kind'>,
  room: number,
): boolean =>
  width !== 'full' &&
  written.every((text) => widthOf(text) * size.body <= widths[width]) &&
  widths[width] + 2 * padding + (before === '' ? 0 : widthOf(before) * size.body + besideBox) <= room;

/** A box of one line or several; `before` stands in front of it, such as the sign of a currency. */
export const boxed = (
  { width, before, written }: Omit<Extract<Room, { kind: 'line' }>, 'kind'>,
  structure: Structure,
  parent: number,
  lines = 1,
): Content => {
  const texts = written.length === 0 ? [nothing] : written;
  const first = { stack: texts.map((text) => paragraph(text, structure.add(parent, 'P'))) };
  const body = [[first], ...Array.from({ length: lines - 1 }, () => [emptyLine()])];
  const box = {
    table: { widths: [widths[width]], body },
    layout: frame(body.length, faint),
  };
  if (before === '') return { ...box, margin: [0, 0, 0, 4] };
  const sign = paragraph(before, structure.add(parent, 'P'), { width: 'auto', margin: [0, 4, 0, 0] });
  return { columns: [sign, { ...box, width: '*' }], columnGap: besideBox, margin: [0, 0, 0, 4] };
};

const figureCounts = [2, 2, 4];

/** A box for each figure of a date, under the names of its parts; a date that is known needs no names, and is read as one. */
export const dateBoxes = (
  { parts, written }: Extract<Room, { kind: 'date' }>,
  structure: Structure,
  parent: number,
): Content => {
  const [year = '', month = '', day = ''] = written.split('-');
  const layout = { ...frame(1, edge), paddingLeft: () => 1, paddingRight: () => 1 };
  const hint = (group: number): Content[] =>
    written === ''
      ? [paragraph(parts[group] ?? '', structure.add(parent, 'P'), { fontSize: size.small, color: muted })]
      : [];
  const groups = [day, month, year].map((figures, group) => {
    const count = figureCounts[group] ?? 0;
    const boxes = Array.from({ length: count }, (_, at) => {
      const figure = figures[at];
      return figure === undefined
        ? emptyLine()
        : paragraph(figure, structure.add(parent, 'P'), { alignment: 'center' });
    });
    const figuresInBoxes = { table: { widths: boxes.map(() => cell), body: [boxes] }, layout };
    return { width: 'auto', stack: [...hint(group), figuresInBoxes] };
  });
  return { columns: groups, columnGap: 8, margin: [0, 0, 0, 4] };
};

const box = 10;
/** Between a box and its words, and behind them. */
const besideBox = 6;
const behind = 4;

/** A box to tick; what is known stands crossed. */
export const tickBox = (ticked: boolean): Content => ({
  canvas: [
    { type: 'rect', x: 0, y: 1.5, w: box, h: box, lineWidth: 0.9, lineColor: edge },
    ...(ticked
      ? [
          [0, box],
          [box, 0],
        ].map(([from, to]) => ({
          type: 'line',
          x1: 2,
          y1: 1.5 + Math.abs((from ?? 0) - 2),
          x2: box - 2,
          y2: 1.5 + Math.abs((to ?? 0) - 2),
          lineWidth: 1.4,
          lineColor: ink,
        }))
      : []),
  ],
  width: box,
});

export const tickLine = ({ label, ticked }: Tick, structure: Structure, parent: number, fontSize: number): Content => ({
  columns: [
    tickBox(ticked),
    paragraph(label === '' ? nothing : label, structure.add(parent, 'P'), { fontSize, bold: ticked, width: '*' }),
  ],
  columnGap: besideBox,
});

const mostColumns = 4;

/** How many columns of boxes with their words on one line fit into a room so wide; none where one is longer than a line. */
export const tickColumns = (all: readonly Tick[], room: number): number => {
  const longest = Math.max(0, ...all.map(({ label }) => widthOf(label, 'bold'))) * size.body;
  const columns = Math.floor(room / (box + besideBox + longest + behind));
  return Math.min(columns, mostColumns, all.length);
};

/** Boxes to tick, each with its answer, in a room so wide. */
export const ticks = (all: readonly Tick[], room: number, structure: Structure, parent: number): Content => {
  const columns = Math.max(1, tickColumns(all, room));
  const rows = Array.from({ length: Math.ceil(all.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const tick = all[row * columns + column];
      return tick === undefined ? { text: '' } : tickLine(tick, structure, parent, size.body);
    }),
  );
  const bare = {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => behind,
    paddingTop: () => 2,
    paddingBottom: () => 2,
  };
  return {
    table: { widths: Array.from({ length: columns }, () => '*'), body: rows },
    layout: bare,
    margin: [0, 0, 0, 4],
  };
};
