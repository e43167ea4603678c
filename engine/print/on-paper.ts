import { segments } from '../text/index.ts';

/** Addresses by the names of the council's settings. */
export type Links = Readonly<Record<string, string>>;

/** The links with those to pages of the service itself as whole addresses; without one of its own, as they are. */
export const wholeLinks = (links: Links, publicUrl: string): Links =>
  Object.fromEntries(
    Object.entries(links).map(([name, to]) => [
      name,
      publicUrl !== '' && to.startsWith('/') ? publicUrl.replace(/\/+$/, '') + to : to,
    ]),
  );

/**
 * A text as lines for paper, where nothing can be clicked: what a link leads to stands in brackets behind its words, if it is an address that
 * somebody can type.
 */
export const wordsOnPaper = (text: string, links: Links): string[] =>
  segments(text)
    .map((segment) => {
      if (segment.kind === 'words') return segment.words;
      const address =
        segment.kind === 'link' ? segment.href : Object.hasOwn(links, segment.setting) ? links[segment.setting] : '';
      return address === undefined || address === '' || address.startsWith('/')
        ? segment.words
        : `${segment.words} (${address})`;
    })
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '');
