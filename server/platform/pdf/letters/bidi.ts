/** Which way text runs (Unicode Standard Annex #9): the levels of its letters, and where the pieces of a finished line stand. */
import bidiFactory from 'bidi-js';
import type { Inline, Line } from 'pdfmake/js/Renderer.js';

const bidi = bidiFactory();
/** Letters that run from right to left, and marks that say so. Text without any of them is left alone. */
const turning =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export interface Directions {
  /** Of the paragraph, by its first strong letter (rules P2 and P3): 0 from the left, 1 from the right. */
  base: number;
  /** For each UTF-16 unit; an odd level runs from right to left. */
  levels: Uint8Array;
}

/** The directions in a paragraph; undefined where all of it runs from left to right. */
export const directionsOf = (text: string): Directions | undefined => {
  if (!turning.test(text)) return undefined;
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  return { base: paragraphs[0]?.level ?? 0, levels };
};

const levelOf = ({ directed }: Inline): number => directed?.level ?? 0;

/** Reverses every run of pieces at or above each odd level, highest first (rule L2). */
const inVisualOrder = (inlines: Inline[]): Inline[] => {
  const order = inlines.map((inline) => ({ inline, level: levelOf(inline) }));
  const at = (index: number): number => order[index]?.level ?? -1;
  for (let level = Math.max(...order.map((piece) => piece.level)); level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      if (at(start) < level) continue;
      let end = start;
      while (at(end + 1) >= level) end += 1;
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return order.map(({ inline }) => inline);
};

/** Cuts the spaces off the end of a line: they stand at its end whatever they follow (rule L1). Gives their width. */
const endSpaces = ({ inlines }: Line, base: number): number => {
  const last = inlines.findLastIndex(({ text }) => text.trim() !== '');
  const inline = inlines[last];
  const spaces = inline?.text.slice(inline.text.trimEnd().length) ?? '';
  if (inline !== undefined && spaces !== '') {
    const whole = inline.width;
    inline.text = inline.text.trimEnd();
    inline.width = inline.font.widthOfString(inline.text, inline.fontSize, inline.fontFeatures);
    inlines.splice(last + 1, 0, { ...inline, text: spaces, width: whole - inline.width });
  }
  const end = inlines.slice(last + 1);
  for (const space of end) space.directed = { level: base, base };
  return end.reduce((sum, { width }) => sum + width, 0);
};

/** The end of words from right to left that is no letter of theirs, before the spaces that follow it. */
const looseEnd = /(?<=[^\s\p{L}\u200f])\s*$/u;

/**
 * A full stop, bracket or vowel sign at the end of words from right to left is told to belong to them. Programs that take text out of a PDF
 * do not know the paragraph's direction, and would put it with what follows.
 */
const keepEnds = ({ inlines }: Line): void => {
  inlines.forEach((inline, at) => {
    const level = levelOf(inline);
    const next = inlines[at + 1];
    const ends = next === undefined || levelOf(next) !== level || next.text.trim() === '';
    if (level % 2 === 1 && ends) inline.text = inline.text.replace(looseEnd, (spaces) => `\u200f${spaces}`);
  });
};

/**
 * pdfmake sets the pieces of a line from left to right as they stand in the text. This moves them to where they are read, once their line
 * is finished; they stay in the order of the text, in which they are drawn. A line may pass by more than once.
 */
export const settleLine = (line: Line): void => {
  const base = line.inlines.find(({ directed }) => directed !== undefined)?.directed?.base;
  if (base === undefined) return;
  const hanging = endSpaces(line, base);
  keepEnds(line);
  let x = base === 1 ? -hanging : -line.leadingCut;
  for (const inline of inVisualOrder(line.inlines)) {
    inline.x = x;
    x += inline.width;
  }
};
