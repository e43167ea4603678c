/** What stands at the head and foot of every page. Long texts take several lines, and the page's margins make room for them. */
import layoutModule from 'pdfmake/js/LayoutBuilder.js';
import { apart, englishPrintWords, fill, unbroken } from '../../../engine/index.ts';
import type { Printable } from './printable.ts';
import { heightOf } from './heights.ts';
import { danger, ink, landscapeWidth, line, margins, muted, portraitWidth, size } from './layout.ts';
import { paragraph, type TextBlock } from './text.ts';

/** A text of the head or foot that is longer stands whole elsewhere. */
const mostLines = 3;
const fromEdge = { head: 24, foot: 16 };
const gap = 12;

const short = (text: string, style: Record<string, unknown> = {}): TextBlock => ({
  ...paragraph(text, undefined, style),
  mostLines,
});

export const runningHead =
  (document: Printable) =>
  (_page: number, _pages: number, page: { width: number }): Record<string, unknown> => {
    const who = [document.subject, document.dateOfBirth, document.reference].filter(
      (part): part is string => part !== undefined && part !== '',
    );
    const { draftMark } = document.words ?? englishPrintWords;
    const draft =
      document.status === 'draft' ? [short(draftMark, { color: danger, bold: true, alignment: 'center' })] : [];
    const width = page.width > 700 ? landscapeWidth : portraitWidth;
    const title = document.title === document.header ? [] : [short(unbroken(document.title))];
    return {
      margin: [margins[0], fromEdge.head, margins[2], 0],
      fontSize: size.small,
      color: muted,
      stack: [
        {
          columnGap: gap,
          columns: [
            {
              width: '*',
              stack: [short(unbroken(document.header), { bold: true, color: ink }), ...title],
            },
            { width: 'auto', stack: [short(who.map(apart).join(' · '), { alignment: 'right', color: ink }), ...draft] },
          ],
        },
        { canvas: [{ type: 'line', x1: 0, y1: 4, x2: width, y2: 4, lineWidth: 0.5, lineColor: line }] },
      ],
    };
  };

export const runningFoot =
  (document: Printable) =>
  (page: number, pages: number): Record<string, unknown> => {
    const words = document.words ?? englishPrintWords;
    const at = document.submittedAt;
    const submitted = at === undefined ? '' : fill(words.submitted, { at: apart(at) });
    return {
      margin: [margins[0], fromEdge.foot, margins[2], 0],
      fontSize: size.small,
      color: muted,
      columnGap: gap,
      columns: [
        short(document.classification, { width: '*', bold: true }),
        short(document.status === 'blank' ? document.help : submitted, { width: 'auto', alignment: 'center' }),
        short(fill(words.page, { page, pages }), { width: '*', alignment: 'right' }),
      ],
    };
  };

const isPart = (given: unknown): given is (page: number, pages: number, size: { width: number }) => unknown =>
  typeof given === 'function';

/** Widths of A4, upright and turned. */
const pageWidths = [595.28, 841.89];
/** The highest number of a page that the foot is measured with. */
const highest = 9999;

/** Makes pdfmake's margins as high as the head and foot, once per thread. */
export const installRunning = (): void => {
  const { prototype } = layoutModule.default;
  const { tryLayoutDocument } = prototype;
  prototype.tryLayoutDocument = function (...given) {
    const [, , , , , header, footer] = given;
    const heightOfPart = (part: unknown): number =>
      !isPart(part)
        ? 0
        : Math.max(
            ...pageWidths.map((width) => {
              const node = this.docPreprocessor.preprocessBlock(part(highest, highest, { width }));
              return heightOf(this.docMeasure.measureBlock(node), width);
            }),
          );
    const [, top, , bottom] = margins;
    this.pageMargins = {
      ...this.pageMargins,
      top: Math.max(top, heightOfPart(header) + gap),
      bottom: Math.max(bottom, heightOfPart(footer) + gap),
    };
    return tryLayoutDocument.apply(this, given);
  };
};
