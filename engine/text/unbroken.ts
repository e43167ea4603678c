/** A piece in brackets of up to so many letters stays on one line. */
const shortPiece = /[([][^()[\]]{1,16}[)\]]/g;
/** A number and the one short word before or behind it: `part 1:`, `25 years`, `3 MB`. */
const numbered = /(?<=^|\s)(\d+ \p{L}{1,6}(?=$|[\s,.;:)])|\p{L}{3,8} \d+(?=$|[,.;:)]))/gu;

const joined = (piece: string): string => piece.replaceAll(' ', '\u00a0');

/** A title in which short pieces in brackets, and numbers with what they count, are not broken at the end of a line. */
export const unbroken = (title: string): string => title.replaceAll(shortPiece, joined).replaceAll(numbered, joined);
