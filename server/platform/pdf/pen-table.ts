/** A table to write in: columns under their names, empty rows as high as handwriting is. */
import type { BlankTable, Cell } from '../../../engine/index.ts';
import { muted, shade, size } from './layout.ts';
import { emptyLine, tickLine, type Content } from './pen-room.ts';
import type { Structure } from './structure.ts';
import { paragraph } from './text.ts';

const edge = '#767e8c';
const small = size.body - 1;

const layout = {
  hLineWidth: (): number => 0.8,
  vLineWidth: (): number => 0.8,
  hLineColor: (): string => edge,
  vLineColor: (): string => edge,
  fillColor: (row: number): string | null => (row === 0 ? shade : null),
  paddingLeft: (): number => 4,
  paddingRight: (): number => 4,
  paddingTop: (): number => 3,
  paddingBottom: (): number => 3,
};

const cellOf = (cell: Cell, structure: Structure, element: number): Content => {
  const line = (text: string, style: Record<string, unknown> = {}): Content =>
    paragraph(text, element, { fontSize: small, ...style });
  switch (cell.kind) {
    case 'name':
      return { stack: cell.lines.map((text, at) => line(text, { bold: at === 0 })) };
    case 'ticks':
      return { stack: cell.ticks.map((tick) => tickLine(tick, structure, element, small)) };
    case 'date': {
      const written = cell.written.split('-').reverse().join(' ');
      return written === '' ? line(cell.parts.join('  '), { color: muted, fontSize: size.small }) : line(written);
    }
    case 'line':
      return cell.written.length === 0
        ? cell.before === ''
          ? emptyLine()
          : line(cell.before)
        : { stack: cell.written.map((text) => line(`${cell.before}${text}`)) };
  }
};

export const penTable = ({ columns, rows }: BlankTable, structure: Structure, parent: number): Content => {
  const element = structure.add(parent, 'Table');
  const head = structure.add(element, 'TR');
  const header = columns.map(({ label, when }) => {
    const cell = structure.add(head, 'TH', 'Column');
    return {
      stack: [
        paragraph(label, cell, { bold: true, fontSize: small }),
        ...when.map((text) => paragraph(text, cell, { fontSize: size.small })),
      ],
    };
  });
  const body = rows.map((cells) => {
    const row = structure.add(element, 'TR');
    return cells.map((cell) =>
      cellOf(
        cell,
        structure,
        structure.add(row, cell.kind === 'name' ? 'TH' : 'TD', ...(cell.kind === 'name' ? ['Row' as const] : [])),
      ),
    );
  });
  return {
    table: {
      heads: 1,
      widths: columns.map(() => '*'),
      body: [header, ...body],
    },
    layout,
    margin: [0, 4, 0, 8],
  };
};
