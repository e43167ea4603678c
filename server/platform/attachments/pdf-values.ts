/** Reads one value of a PDF: a dictionary with what it holds, and no more than stands in the bytes given (ISO 32000-2, 7.3). */

type PdfValue = string | number | boolean | null | Buffer | PdfValue[] | PdfDictionary;
/** Names are keys without their slash; a name as a value keeps it. */
export type PdfDictionary = Map<string, PdfValue>;

interface Place {
  text: string;
  at: number;
}

/** Deeper than any dictionary of encryption. */
const deepest = 12;
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

class NoValueError extends Error {}

const skip = (place: Place): void => {
  const space = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
  space.lastIndex = place.at;
  space.exec(place.text);
  place.at = space.lastIndex;
};

const take = (place: Place, pattern: RegExp): string | undefined => {
  const sticky = new RegExp(pattern, `${pattern.flags}y`);
  sticky.lastIndex = place.at;
  const found = sticky.exec(place.text)?.[0];
  if (found !== undefined) place.at += found.length;
  return found;
};

const literal = (place: Place): Buffer => {
  let bytes = '';
  let open = 1;
  for (place.at += 1; open > 0; place.at += 1) {
    const sign = place.text[place.at];
    if (sign === undefined) throw new NoValueError();
    if (sign === '\\') {
      const escaped = /\\(?:([0-7]{1,3})|(\r\n|[^]))/y;
      escaped.lastIndex = place.at;
      const [whole = '\\', octal, other = ''] = escaped.exec(place.text) ?? [];
      if (octal !== undefined) bytes += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      else if (!/[\r\n]/.test(other)) bytes += escapes.get(other) ?? other;
      place.at += whole.length - 1;
      continue;
    }
    if (sign === '(') open += 1;
    if (sign === ')') open -= 1;
    if (open === 0) continue;
    // The end of a line counts as one sign, however it is written.
    if (sign === '\r') {
      bytes += '\n';
      if (place.text[place.at + 1] === '\n') place.at += 1;
    } else bytes += sign;
  }
  return Buffer.from(bytes, 'latin1');
};

const nameOf = (written: string): string =>
  written.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const dictionary = (place: Place, depth: number): PdfDictionary => {
  const found: PdfDictionary = new Map();
  place.at += 2;
  for (;;) {
    skip(place);
    if (take(place, />>/) !== undefined) return found;
    const key = take(place, /\/[^\0\t\n\f\r ()<>[\]{}/%]*/);
    if (key === undefined) throw new NoValueError();
    found.set(nameOf(key.slice(1)), value(place, depth + 1));
  }
};

const list = (place: Place, depth: number): PdfValue[] => {
  const found: PdfValue[] = [];
  place.at += 1;
  for (;;) {
    skip(place);
    if (take(place, /\]/) !== undefined) return found;
    found.push(value(place, depth + 1));
  }
};

const value = (place: Place, depth: number): PdfValue => {
  if (depth > deepest) throw new NoValueError();
  skip(place);
  if (place.text.startsWith('<<', place.at)) return dictionary(place, depth);
  if (place.text[place.at] === '[') return list(place, depth);
  if (place.text[place.at] === '(') return literal(place);
  const hex = take(place, /<[0-9a-f\0\t\n\f\r ]*>/i)?.replace(/[^0-9a-f]/gi, '');
  if (hex !== undefined) return Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex');
  const reference = take(place, /\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R\b/);
  if (reference !== undefined) return reference;
  const number = take(place, /[+-]?(?:\d+\.?\d*|\.\d+)/);
  if (number !== undefined) return Number(number);
  const word = take(place, /\/[^\0\t\n\f\r ()<>[\]{}/%]*|true\b|false\b|null\b/);
  if (word === undefined) throw new NoValueError();
  if (word.startsWith('/')) return `/${nameOf(word.slice(1))}`;
  return word === 'null' ? null : word === 'true';
};

/** The value that begins in these bytes; `undefined` where none does, or where it goes on beyond them. */
export const readPdfValue = (bytes: Buffer): PdfValue | undefined => {
  try {
    return value({ text: bytes.toString('latin1'), at: 0 }, 0);
  } catch (error) {
    if (error instanceof NoValueError) return undefined;
    throw error;
  }
};
