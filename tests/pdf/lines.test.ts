/** No line of a paragraph is wider than its column, whatever is written; what is cut short says so. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../server/platform/pdf/lines.ts';
import { createMeasure } from '../../server/platform/pdf/measure.ts';
import { paragraph } from '../../server/platform/pdf/text.ts';
import { anyWord } from './random-document.ts';

const texts = fc.array(anyWord, { minLength: 1, maxLength: 60, size: 'max' }).map((words) => words.join(' '));

test.each([undefined, 1, 3])('no line is wider than its column where at most %s may stand', async (mostLines) => {
  await fc.assert(
    fc.asyncProperty(texts, fc.double({ min: 60, max: 500, noNaN: true }), async (text, width) => {
      const measure = await createMeasure(text);
      const node = measure({ ...paragraph(text, undefined, { fontSize: 8 }), ...(mostLines ? { mostLines } : {}) });
      const lines = linesOf(node, width);
      expect(lines.length).toBeLessThanOrEqual(mostLines ?? Infinity);
      const wider = lines.filter((line) => line.inlineWidths - line.leadingCut - line.trailingCut > width + 0.02);
      expect(wider.map((line) => line.inlines.map((inline) => inline.text))).toEqual([]);
    }),
    { seed: 1, numRuns: 1000, endOnFailure: true },
  );
});

const foreign = [
  '🎓📚🏫🧩',
  '特殊教育需要',
  '特別な支援を必要とする子ども',
  '특별한 교육적 요구',
  'الاحتياجات التعليمية الخاصة',
];
const long = fc.oneof(texts, fc.constantFrom(...foreign.map((text) => text.repeat(30))));

test.each([true, false])('what is cut short ends in three dots, in whatever letters it is (bold: %s)', async (bold) => {
  await fc.assert(
    fc.asyncProperty(long, fc.double({ min: 60, max: 500, noNaN: true }), async (text, width) => {
      const measure = await createMeasure(text);
      const block = paragraph(text, undefined, { fontSize: 8, bold });
      if (linesOf(measure({ ...block }), width).length === 1) return;
      const last = linesOf(measure({ ...block, mostLines: 1 }), width)[0]?.inlines.at(-1);
      const [dots] = measure(paragraph('...', undefined, { bold }))._inlines ?? [];
      expect(last?.text).toBe('...');
      expect(last?.font.font).toBe(dots?.font.font);
    }),
    { seed: 1, numRuns: 300 },
  );
});
