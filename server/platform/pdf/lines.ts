/**
 * Breaks paragraphs into lines, in place of pdfmake's own breaking, which lets a word of several fonts run off the page, cuts between the
 * halves of a letter and takes the square of the paragraph's length. Here no line is wider than its column: a word that is wider is cut
 * between letters, after a hyphen, slash or the like if one is near. The lines of a paragraph are known before it is placed, so that
 * heights are measured, not guessed.
 */
import layoutModule, { type TextNode } from 'pdfmake/js/LayoutBuilder.js';
import type { Inline, Line } from 'pdfmake/js/Renderer.js';
import { defaultStyle } from './layout.ts';
import { pdfmakeModule } from './pdfmake-modules.ts';

const lineModule = pdfmakeModule('Line');

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const goodBreak = /[-‐–—/_.,;:@?&=+%)]$/u;
/** Widths are sums of fractions; lines are not broken for what nobody sees. */
const tolerance = 0.01;

const widthOf = (text: string, { font, fontSize, fontFeatures }: Inline): number =>
  font.widthOfString(text, fontSize, fontFeatures);

/** How many of the letters fit, at least one. Looks only about as far as the line reaches, however long the word is. */
const fitting = (letters: string[], inline: Inline, room: number): number => {
  const fits = (count: number): boolean => widthOf(letters.slice(0, count).join(''), inline) <= room + tolerance;
  const about = Math.ceil((room * inline.text.length) / Math.max(inline.width, 1));
  let most = Math.min(letters.length, Math.max(2, about + 4));
  while (most < letters.length && fits(most)) most = Math.min(letters.length, most * 2);
  let least = 1;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return least;
};

/** Where to cut among the letters that fit: behind the last hyphen or the like in the second half of them, else behind them all. */
const cutAfter = (letters: string[], fit: number): number => {
  for (let count = fit; count > fit / 2; count -= 1) if (goodBreak.test(letters[count - 1] ?? '')) return count;
  return fit;
};

/** Puts a word that is wider than a line onto as many as it needs. */
const layCut = (word: Inline[], width: number, lines: Line[]): void => {
  const fresh = (): Line => {
    const line = new lineModule.default(width);
    lines.push(line);
    return line;
  };
  let line = fresh();
  for (const inline of word) {
    if (line.inlineWidths + inline.width - line.leadingCut - inline.trailingCut <= width + tolerance) {
      line.addInline(inline);
      continue;
    }
    let letters = Array.from(graphemes.segment(inline.text), ({ segment }) => segment);
    let leadingCut = inline.leadingCut;
    while (letters.length > 0) {
      const room = width - line.inlineWidths + line.leadingCut;
      const fit = fitting(letters, inline, room);
      const started = line.inlines.length > 0;
      if (started && widthOf(letters.slice(0, fit).join(''), inline) > room + tolerance) {
        line = fresh();
        continue;
      }
      const count = fit === letters.length ? fit : cutAfter(letters, fit);
      const rest = letters.slice(count);
      const text = letters.slice(0, count).join('');
      const piece = { ...inline, text, width: widthOf(text, inline), leadingCut, trailingCut: 0 };
      if (rest.length === 0) piece.trailingCut = inline.trailingCut;
      else delete piece.lineEnd;
      line.addInline(piece);
      letters = rest;
      leadingCut = 0;
      if (rest.length > 0) line = fresh();
    }
  }
};

/** Pieces that stand without a place to break between them, such as the runs of a word in two scripts. */
const wordsOf = (inlines: Inline[]): Inline[][] => {
  const words: Inline[][] = [];
  let word: Inline[] = [];
  for (const inline of inlines) {
    word.push(inline);
    if (inline.noNewLine === true && inline.lineEnd !== true) continue;
    words.push(word);
    word = [];
  }
  if (word.length > 0) words.push(word);
  return words;
};

const breakLines = (inlines: Inline[], width: number): Line[] => {
  const lines: Line[] = [];
  let open = false;
  for (const word of wordsOf(inlines)) {
    const last = word.at(-1);
    const full = word.reduce((sum, inline) => sum + inline.width, 0);
    const trimmed = full - (last?.trailingCut ?? 0);
    const line = lines.at(-1);
    if (open && line !== undefined && line.inlineWidths - line.leadingCut + trimmed <= width + tolerance)
      for (const inline of word) line.addInline(inline);
    else if (trimmed - (word[0]?.leadingCut ?? 0) <= width + tolerance) {
      const next = new lineModule.default(width);
      lines.push(next);
      for (const inline of word) next.addInline(inline);
    } else layCut(word, width, lines);
    open = last?.lineEnd !== true;
  }
  return lines;
};

interface Broken {
  inlines: Inline[];
  width: number;
  lines: Line[];
  /** How many of the lines have been placed. */
  placed: number;
}

const known = new WeakMap<TextNode, Broken>();

const brokenAt = (node: TextNode, width: number): Broken => {
  const inlines = node._inlines ?? [];
  const before = known.get(node);
  if (before?.inlines === inlines && before.width === width) return before;
  const rest =
    before?.inlines === inlines && before.placed > 0
      ? before.lines.slice(before.placed).flatMap((line) => line.inlines)
      : inlines;
  const broken = { inlines, width, lines: breakLines(rest, width), placed: 0 };
  if (node.mostLines !== undefined) shorten(broken.lines, node.mostLines, width, node.bold === true);
  known.set(node, broken);
  return broken;
};

/** Three dots behind a piece, in the font of nearly all text: those of emoji and of some scripts have no full stop. */
const dotsAfter = (inline: Inline, bold: boolean): Inline => {
  const font = inline.font.document.provideFont(defaultStyle.font, bold);
  const { fontSize } = inline;
  const height = (inline.height * font.lineHeight(fontSize)) / inline.font.lineHeight(fontSize);
  const dots = { ...inline, text: '...', font, height, leadingCut: 0, trailingCut: 0 };
  return { ...dots, width: widthOf(dots.text, dots) };
};

/** The first pieces of a line and three dots, cut so that all fits; as much of the last piece as there is room for, or none of it. */
const endInDots = (inlines: Inline[], width: number, bold: boolean): Line => {
  for (let count = inlines.length; count > 0; count -= 1) {
    const line = new lineModule.default(width);
    for (const inline of inlines.slice(0, count - 1)) line.addInline(inline);
    const last = inlines[count - 1];
    if (last === undefined) continue;
    const dots = dotsAfter(last, bold);
    const letters = Array.from(graphemes.segment(last.text.trimEnd()), ({ segment }) => segment);
    const room = width - line.inlineWidths + line.leadingCut - dots.width;
    const widthUpTo = (kept: number): number => widthOf(letters.slice(0, kept).join(''), last);
    let kept = letters.length;
    while (kept > 0 && widthUpTo(kept) > room + tolerance) kept -= 1;
    if (kept === 0 && count > 1) continue;
    if (kept > 0)
      line.addInline({ ...last, text: letters.slice(0, kept).join(''), width: widthUpTo(kept), trailingCut: 0 });
    line.addInline(dots);
    return line;
  }
  return new lineModule.default(width);
};

/** Ends the last of at most so many lines in three dots. */
const shorten = (lines: Line[], most: number, width: number, bold: boolean): void => {
  const last = lines[most - 1];
  if (last === undefined || lines.length === most) return;
  lines.splice(most - 1, Infinity, endInDots(last.inlines, width, bold));
};

/** The lines of a paragraph in a column so wide. */
export const linesOf = (node: TextNode, width: number): readonly Line[] => brokenAt(node, width).lines;

/** Makes pdfmake place these lines, once per thread. */
export const installLines = (): void => {
  layoutModule.default.prototype.buildNextLine = function (node) {
    const broken = brokenAt(node, this.writer.context().availableWidth);
    const line = broken.lines[broken.placed];
    broken.placed += 1;
    return line ?? null;
  };
};
