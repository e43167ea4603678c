/** What stands beside something else on a form for paper has room there, in the letters of any language. */
import fc from 'fast-check';
import type { LaidNode } from 'pdfmake/js/LayoutBuilder.js';
import { expect, test } from 'vitest';
import type { AskedQuestion, Room } from '../../engine/index.ts';
import { penBlocks } from '../../server/platform/pdf/asked-block.ts';
import { heightOf, isTable } from '../../server/platform/pdf/heights.ts';
import { linesOf } from '../../server/platform/pdf/lines.ts';
import { createMeasure } from '../../server/platform/pdf/measure.ts';
import { ticks } from '../../server/platform/pdf/pen-room.ts';
import { createStructure } from '../../server/platform/pdf/structure.ts';
import { anyWord } from './random-document.ts';

const runs = { seed: 1, numRuns: 400 };
const short = fc.array(anyWord, { minLength: 1, maxLength: 6, size: 'max' }).map((words) => words.join(' '));
const ticked = fc.record({ label: short, ticked: fc.boolean() });

/** Every paragraph in a part whose widths are set, with how many lines it takes. */
const paragraphsIn = (node: LaidNode, width: number): number[] => {
  const [left, , right] = node._margin ?? [0, 0, 0, 0];
  const inner = width - left - right;
  heightOf(node, width);
  if (node.columns !== undefined) return node.columns.flatMap((column) => paragraphsIn(column, column._calcWidth));
  if (node.stack !== undefined) return node.stack.flatMap((part) => paragraphsIn(part, inner));
  if (isTable(node)) {
    const { body, widths } = node.table;
    return body.flatMap((row) => row.flatMap((cell, at) => paragraphsIn(cell, widths[at]?._calcWidth ?? 0)));
  }
  return node.text === undefined ? [] : [linesOf(node, inner).length];
};

test('answers to tick stand in columns only where each takes one line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(ticked, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 150, max: 500 }),
      async (all, room) => {
        const measure = await createMeasure(all);
        const node = measure(ticks(all, room, createStructure(), 0));
        const lines = paragraphsIn(node, room);
        if (isTable(node) && node.table.widths.length > 1) expect(Math.max(...lines)).toBe(1);
      },
    ),
    runs,
  );
});

test('short answers to tick stand beside each other', async () => {
  const all = ['Yes', 'No', 'Both', 'Never'].map((label) => ({ label, ticked: false }));
  const node = (await createMeasure(all))(ticks(all, 490, createStructure(), 0));
  expect(isTable(node) && node.table.widths.length).toBe(4);
});

test('two questions stand beside each other only where each takes one line', async () => {
  const room: fc.Arbitrary<Room> = fc.oneof(
    fc.record({ kind: fc.constant('ticks' as const), ticks: fc.array(ticked, { minLength: 1, maxLength: 4 }) }),
    fc.record({
      kind: fc.constant('line' as const),
      width: fc.constantFrom('short' as const, 'half' as const),
      before: fc.constantFrom('', '£'),
      written: fc.array(short, { maxLength: 1 }),
    }),
  );
  const asked: fc.Arbitrary<AskedQuestion> = fc.record({
    kind: fc.constant('asked' as const),
    pointer: fc.constant('/asked'),
    question: short,
    required: fc.boolean(),
    help: fc.array(short, { maxLength: 1 }),
    when: fc.constant([]),
    room,
  });
  let beside = 0;
  await fc.assert(
    fc.asyncProperty(asked, asked, fc.integer({ min: 300, max: 500 }), async (one, other, width) => {
      const measure = await createMeasure([one, other]);
      const content = penBlocks([one, other], createStructure(), 0, width);
      if (content.length > 1) return;
      beside += 1;
      expect(Math.max(...content.flatMap((part) => paragraphsIn(measure(part), width)))).toBe(1);
    }),
    runs,
  );
  expect(beside).toBeGreaterThan(20);
});
