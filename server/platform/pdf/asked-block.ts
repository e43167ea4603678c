/** A question of a form for paper: what it asks, for whom it is, and the room to answer it by pen. */
import type { AskedQuestion, BlankBlock } from '../../../engine/index.ts';
import { muted, portraitWidth, size } from './layout.ts';
import { boxed, dateBoxes, fitsLine, tickColumns, ticks, type Content } from './pen-room.ts';
import { penTable } from './pen-table.ts';
import type { Structure } from './structure.ts';
import { widthOf } from './letters/text-width.ts';
import { paragraph, type TextBlock } from './text.ts';

const forWhom = '#1f4e79';

const step = 12;
const indent: [number, number, number, number] = [step, 0, 0, 0];
/** Between two questions beside each other. */
const gutter = 16;
const helpSize = size.body - 1;

/** A paragraph that stands on one page with the beginning of what follows it. */
const leading = (block: TextBlock): TextBlock => ({ ...block, leads: true });

const markOf = ({ required }: AskedQuestion): string => (required ? ' *' : '');

const headOf = (asked: AskedQuestion, structure: Structure, parent: number): Content[] => {
  const { question, when, help } = asked;
  const line = (text: string, style: Record<string, unknown>): Content =>
    leading(paragraph(text, structure.add(parent, 'P'), style));
  return [
    ...(question === '' ? [] : [line(`${question}${markOf(asked)}`, { bold: true, margin: [0, 8, 0, 2] })]),
    ...when.map((text) => line(text, { fontSize: helpSize, color: forWhom, margin: [0, 1, 0, 2] })),
    ...help.map((text) => line(text, { fontSize: helpSize, color: muted, margin: [0, 0, 0, 2] })),
  ];
};

const roomOf = (asked: AskedQuestion, width: number, structure: Structure, parent: number): Content[] => {
  const { room } = asked;
  switch (room.kind) {
    case 'line':
      return [boxed(room, structure, parent)];
    case 'lines':
      return [boxed({ ...room, width: 'full', before: '' }, structure, parent, room.count)];
    case 'date':
      return [dateBoxes(room, structure, parent)];
    case 'ticks': {
      const mark = asked.question === '' ? markOf(asked) : '';
      return [
        ticks(
          room.ticks.map(({ label, ticked }) => ({ label: label + mark, ticked })),
          width,
          structure,
          parent,
        ),
      ];
    }
    case 'table':
      return [penTable(room, structure, parent)];
    case 'parts':
      return [{ stack: penBlocks(room.blocks, structure, parent, width - step), margin: indent }];
    case 'records':
      return room.records.flatMap(({ name, when, blocks }) => [
        leading(paragraph(name, structure.add(parent, 'P'), { bold: true, margin: [0, 10, 0, 2] })),
        ...when.map((text) => paragraph(text, structure.add(parent, 'P'), { fontSize: helpSize, color: forWhom })),
        { stack: penBlocks(blocks, structure, parent, width - step), margin: indent },
      ]);
  }
};

const askedBlock = (asked: AskedQuestion, width: number, structure: Structure, parent: number): Content => ({
  stack: [...headOf(asked, structure, parent), ...roomOf(asked, width, structure, parent)],
  together: true,
});

/** Whether a question, what is said of it and the room for its answer take no more than one line each of a room so wide. */
const isNarrow = (block: BlankBlock | undefined, width: number): block is AskedQuestion => {
  if (block?.kind !== 'asked') return false;
  const { question, when, help, room } = block;
  const wide =
    widthOf(`${question}${markOf(block)}`, 'bold') * size.body > width ||
    help.some((text) => widthOf(text) * helpSize > width);
  if (wide || question === '' || when.length > 0 || help.length > 1) return false;
  if (room.kind === 'date') return true;
  if (room.kind === 'line') return fitsLine(room, width);
  return room.kind === 'ticks' && tickColumns(room.ticks, width) === room.ticks.length;
};

/** The blocks one under the other in a room so wide, in points; two narrow questions stand beside each other. */
export const penBlocks = (
  blocks: readonly BlankBlock[],
  structure: Structure,
  parent: number,
  width = portraitWidth,
): Content[] => {
  const half = (width - gutter) / 2;
  const content: Content[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (block === undefined) continue;
    if (block.kind === 'heading')
      content.push(
        leading(
          paragraph(block.text, structure.add(parent, 'H3'), { fontSize: size.h3, bold: true, margin: [0, 14, 0, 2] }),
        ),
      );
    else if (block.kind === 'note')
      content.push(paragraph(block.text, structure.add(parent, 'P'), { margin: [0, 2, 0, 4] }));
    else if (isNarrow(block, half) && isNarrow(next, half)) {
      const columns = [block, next].map((each) => askedBlock(each, half, structure, parent));
      content.push({ columns, columnGap: gutter });
      at += 1;
    } else content.push(askedBlock(block, width, structure, parent));
  }
  return content;
};
