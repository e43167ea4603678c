import { runsOf, type Run } from './letters/runs.ts';

/** A piece of text as pdfmake takes it; `tag` is its element in the structure tree. */
export interface TextRun extends Run {
  tag?: number;
}

export interface TextBlock {
  text: TextRun[];
  alignment?: 'left' | 'right' | 'center';
  [style: string]: unknown;
}

/** One paragraph. Without `tag` it is decoration for a screen reader. */
export const paragraph = (text: string, tag: number | undefined, style: Record<string, unknown> = {}): TextBlock => {
  const runs = runsOf(text);
  return {
    ...style,
    text: runs.map((run) => ({ ...run, ...(tag === undefined ? {} : { tag }) })),
    ...(runs[0]?.directed?.base === 1 ? { alignment: 'right' as const } : {}),
  };
};
