/** A piece of a text: plain words, a link to an address, or a link whose address is the council's setting of that name. */
export type TextSegment =
  | { kind: 'words'; words: string }
  | { kind: 'link'; words: string; href: string }
  | { kind: 'setting'; words: string; setting: string };

const LINK = /\[([^\][]+)\]\((?:setting:([A-Za-z][A-Za-z0-9_]*)|(https:\/\/[^\s()]+))\)/g;

/** Splits `See the [Local Offer](setting:localOffer).` into its pieces. Anything that is not such a link stays as it is written. */
export const segments = (text: string): TextSegment[] => {
  const found: TextSegment[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const [whole, words = '', setting, href] = match;
    if (match.index > from) found.push({ kind: 'words', words: text.slice(from, match.index) });
    if (setting !== undefined) found.push({ kind: 'setting', words, setting });
    else if (href !== undefined) found.push({ kind: 'link', words, href });
    from = match.index + whole.length;
  }
  if (from < text.length) found.push({ kind: 'words', words: text.slice(from) });
  return found;
};
