import bidiFactory from 'bidi-js';
import type { Inline, Line } from 'pdfmake/js/Renderer.js';

const bidi = bidiFactory();
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Whether a paragraph's first strong character is right-to-left (UAX #9, rule P2). */
export const startsRightToLeft = (text: string): boolean =>
  rightToLeft.test(text) && (bidi.getEmbeddingLevels(text).paragraphs[0]?.level ?? 0) % 2 === 1;

/** Reverses every run of inlines at or above each odd level, highest first (UAX #9, rule L2). */
const reorder = (inlines: Inline[], levels: number[]): Inline[] => {
  const order = inlines.map((inline, index) => ({ inline, level: levels[index] ?? 0 }));
  for (let level = Math.max(...levels); level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      if ((order[start]?.level ?? 0) < level) continue;
      let end = start;
      while ((order[end + 1]?.level ?? -1) >= level) end += 1;
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return order.map(({ inline }) => inline);
};

/**
 * pdfmake sets words from left to right as they stand in the text; this moves the words of a finished line to where a
 * reader of Arabic or Hebrew expects them. The letters inside a word are shaped by the font engine.
 */
export const inVisualOrder = (line: Line): void => {
  const text = line.inlines.map((inline) => inline.text).join('');
  if (!rightToLeft.test(text)) return;
  const { levels } = bidi.getEmbeddingLevels(text);
  let at = 0;
  const levelOf = line.inlines.map((inline) => {
    const letters = inline.text.trimStart();
    const level = levels[at + (inline.text.length - letters.length)] ?? 0;
    at += inline.text.length;
    return level;
  });
  let x = Math.min(...line.inlines.map((inline) => inline.x));
  for (const inline of reorder(line.inlines, levelOf)) {
    inline.x = x;
    x += inline.width;
  }
};
