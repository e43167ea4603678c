/** Pieces of a line that run in different directions (Unicode Standard Annex #9), each kept to itself. */

/** Letters that run from right to left. */
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const letter = /\p{L}/u;
const [leftMark, rightMark] = ['\u200e', '\u200f'];

/** A part of a paragraph in the direction of its own letters, whatever stands beside it: a date beside an Arabic name stays a date. */
export const apart = (text: string): string => `\u2068${text}\u2069`;

/** Which way a text runs, by its first letter. */
export const directionOf = (text: string): 'ltr' | 'rtl' => {
  const [first = ''] = letter.exec(text) ?? [];
  return fromRight.test(first) ? 'rtl' : 'ltr';
};

/** What a value is called, and the value behind it. */
export const labelled = (label: string, value: string): string =>
  `${label}: ${fromRight.test(label + value) ? apart(value) : value}`;

/** Pieces behind each other on a line that runs in one direction; nothing is added where all run from left to right. */
export const beside = (pieces: readonly string[], joint: string, direction: 'ltr' | 'rtl'): string => {
  if (!pieces.some((piece) => fromRight.test(piece))) return pieces.join(joint);
  return `${direction === 'rtl' ? rightMark : leftMark}${pieces.map(apart).join(joint)}`;
};
