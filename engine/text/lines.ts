/**
 * Where a line ends: besides the usual ways, those of other systems and word processors that come along when text is pasted (vertical tab, form
 * feed, NEL, the line and paragraph separators of Unicode), which would join words or show as boxes.
 */
const lineEnd = /\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/;

/** The lines of a text, without those that hold only spaces. */
export const linesOf = (text: string): string[] => text.split(lineEnd).filter((line) => line.trim() !== '');

/** A text that has to stand on one line. */
export const onOneLine = (text: string): string => (lineEnd.test(text) ? linesOf(text).join(' ') : text);
