import { startsRightToLeft } from './bidi.ts';
import { runsOf, type FontName } from './fonts.ts';

/** A piece of text as pdfmake takes it; `tag` is its element in the structure tree. */
export interface TextRun {
  text: string;
  font: FontName;
  tag?: number;
}

export interface TextBlock {
  text: TextRun[];
  alignment?: 'left' | 'right' | 'center';
  [style: string]: unknown;
}

/** One paragraph. Without `tag` it is decoration for a screen reader. */
export const paragraph = (text: string, tag: number | undefined, style: Record<string, unknown> = {}): TextBlock => ({
  ...style,
  text: runsOf(text).map((run) => ({ ...run, ...(tag === undefined ? {} : { tag }) })),
  ...(startsRightToLeft(text) ? { alignment: 'right' as const } : {}),
});
