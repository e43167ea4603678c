/** A question of a form for paper: what it asks, for whom it is, and the room to answer it by pen. */
import type { AskedQuestion, BlankBlock } from '../../../engine/index.ts';
import { muted, size } from './layout.ts';
import { boxed, dateBoxes, ticks, type Content } from './pen-room.ts';
import { penTable } from './pen-table.ts';
import type { Structure } from './structure.ts';
import { paragraph, type TextBlock } from './text.ts';

const forWhom = '#1f4e79';

const indent: [number, number, number, number] = [12, 0, 0, 0];

/** Half a line is enough for it, and for the words above it. */
const shortQuestion = 45;

/** A paragraph that stands on one page with the beginning of what follows it. */
const leading = (block: TextBlock): TextBlock => ({ ...block, leads: true });

const markOf = ({ required }: AskedQuestion): string => (required ? ' *' : '');

const headOf = (asked: AskedQuestion, structure: Structure, parent: number): Content[] => {
  const { question, when, help } = asked;
  const line = (text: string, style: Record<string, unknown>): Content =>
    leading(paragraph(text, structure.add(parent, 'P'), style));
  return [
    ...(question === '' ? [] : [line(`${question}${markOf(asked)}`, { bold: true, margin: [0, 8, 0, 2] })]),
    ...when.map((text) => line(text, { fontSize: size.body - 1, color: forWhom, margin: [0, 1, 0, 2] })),
    ...help.map((text) => line(text, { fontSize: size.body - 1, color: muted, margin: [0, 0, 0, 2] })),
  ];
};

const roomOf = (asked: AskedQuestion, structure: Structure, parent: number): Content[] => {
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
          structure,
          parent,
        ),
      ];
    }
    case 'table':
      return [penTable(room, structure, parent)];
    case 'parts':
      return [{ stack: penBlocks(room.blocks, structure, parent), margin: indent }];
    case 'records':
      return room.records.flatMap(({ name, when, blocks }) => [
        leading(paragraph(name, structure.add(parent, 'P'), { bold: true, margin: [0, 10, 0, 2] })),
        ...when.map((text) => paragraph(text, structure.add(parent, 'P'), { fontSize: size.body - 1, color: forWhom })),
        { stack: penBlocks(blocks, structure, parent), margin: indent },
      ]);
  }
};

const askedBlock = (asked: AskedQuestion, structure: Structure, parent: number): Content => ({
  stack: [...headOf(asked, structure, parent), ...roomOf(asked, structure, parent)],
  together: true,
});

/** Narrow enough to stand beside another. */
const isNarrow = (block: BlankBlock | undefined): block is AskedQuestion => {
  if (block?.kind !== 'asked') return false;
  const { question, when, help, room } = block;
  if (question.length > shortQuestion || question === '' || when.length > 0 || help.join('').length > shortQuestion)
    return false;
  if (room.kind === 'date') return true;
  if (room.kind === 'line') return room.width !== 'full' && room.written.join('').length < shortQuestion;
  return room.kind === 'ticks' && room.ticks.length <= 3 && room.ticks.every(({ label }) => label.length <= 10);
};

/** The blocks one under the other; two narrow questions stand beside each other. */
export const penBlocks = (blocks: readonly BlankBlock[], structure: Structure, parent: number): Content[] => {
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
    else if (isNarrow(block) && isNarrow(next)) {
      const columns = [askedBlock(block, structure, parent), askedBlock(next, structure, parent)];
      content.push({ columns, columnGap: 16 });
      at += 1;
    } else content.push(askedBlock(block, structure, parent));
  }
  return content;
};
