import { segments } from '../text/index.ts';

/** Addresses by the names of the council's settings. */
export type Links = Readonly<Record<string, string>>;

/** A text as lines for paper, where nothing can be clicked: what a link leads to stands in brackets behind its words. */
export const wordsOnPaper = (text: string, links: Links): string[] =>
  segments(text)
    .map((segment) => {
      if (segment.kind === 'words') return segment.words;
      const address =
        segment.kind === 'link' ? segment.href : Object.hasOwn(links, segment.setting) ? links[segment.setting] : '';
      return address === undefined || address === '' ? segment.words : `${segment.words} (${address})`;
    })
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '');
