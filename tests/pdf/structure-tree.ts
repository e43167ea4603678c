/**
 * Reads the structure tree of a PDF (PDF 1.7, 14.7) as `pdfinfo -struct-text` does, which goes through a whole page for each element of it.
 * Knows only what pdfkit writes: objects in the open, a table of where they lie, text in hexadecimal.
 */
import { inflateSync } from 'node:zlib';

/** The objects of a file by number, as they are written. */
const objectsOf = (bytes: Buffer): Map<number, Buffer> => {
  const tail = bytes.subarray(-40).toString('latin1');
  const table = bytes.subarray(Number(/startxref\s+(\d+)/.exec(tail)?.[1] ?? NaN)).toString('latin1');
  const [, first = '0', entries = ''] = /^xref\s+(\d+) \d+\s+((?:\d{10} \d{5} [nf]\s+)+)/.exec(table) ?? [];
  const places = [...entries.matchAll(/(\d{10}) \d{5} ([nf])/g)].flatMap(([, offset, kind], at) =>
    kind === 'n' ? [{ number: Number(first) + at, offset: Number(offset) }] : [],
  );
  places.sort((one, other) => one.offset - other.offset);
  return new Map(
    places.map(({ number, offset }, at) => [number, bytes.subarray(offset, places[at + 1]?.offset ?? bytes.length)]),
  );
};

interface File {
  /** What an object says before its stream. */
  dictionary: (number: number) => string;
  stream: (number: number) => string;
}

const streamStart = Buffer.from('stream\n');
const streamEnd = Buffer.from('\nendstream');

const open = (bytes: Buffer): File => {
  const objects = objectsOf(bytes);
  const object = (number: number): Buffer => objects.get(number) ?? Buffer.alloc(0);
  return {
    dictionary: (number) => {
      const whole = object(number);
      const start = whole.indexOf(streamStart);
      return whole.subarray(0, start === -1 ? whole.length : start).toString('latin1');
    },
    stream: (number) => {
      const whole = object(number);
      const start = whole.indexOf(streamStart) + streamStart.length;
      return inflateSync(whole.subarray(start, whole.lastIndexOf(streamEnd))).toString('latin1');
    },
  };
};

const referenceIn = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? NaN);

/** What each number of a font stands for, by its four figures. */
const lettersOfFont = ({ stream }: File, map: number): Map<string, string> => {
  const letters = new Map<string, string>();
  for (const [, first = '', listed = ''] of stream(map).matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const start = Number.parseInt(first, 16);
    [...listed.matchAll(/<([^>]*)>/g)].forEach(([, units = ''], at) => {
      const text =
        units === '' ? '' : String.fromCharCode(...units.split(' ').map((unit) => Number.parseInt(unit, 16)));
      letters.set((start + at).toString(16).padStart(4, '0'), text);
    });
  }
  return letters;
};

const operator = /\/MCID (\d+)\s*>> BDC|\/Artifact|\bEMC\b|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g;

/** The texts of a page by the number of their marked content; what is only decoration has none. */
const markedOf = (content: string, fontOf: (name: string) => Map<string, string>): Map<number, string> => {
  const marked = new Map<number, string>();
  let mark: number | undefined;
  let font: Map<string, string> | undefined;
  for (const [, number, name, shown] of content.matchAll(operator)) {
    if (number !== undefined) mark = Number(number);
    else if (name !== undefined) font = fontOf(name);
    else if (shown === undefined) mark = undefined;
    else if (mark !== undefined) {
      const numbers = [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, figures = '']) => figures.match(/.{4}/g) ?? []);
      const text = numbers.map((one) => font?.get(one) ?? '\ufffd').join('');
      marked.set(mark, `${marked.get(mark) ?? ''}${text}`);
    }
  }
  return marked;
};

/** The text of each element that holds any, in the order of the tree. */
export const structureTexts = (bytes: Buffer): string[] => {
  const file = open(bytes);
  const fonts = new Map<number, Map<string, string>>();
  const pages = new Map<number, Map<number, string>>();
  const markedOn = (page: number): Map<number, string> => {
    const before = pages.get(page);
    if (before !== undefined) return before;
    const dictionary = file.dictionary(page);
    const resources = file.dictionary(referenceIn(dictionary, 'Resources'));
    const marked = markedOf(file.stream(referenceIn(dictionary, 'Contents')), (name) => {
      const font = referenceIn(resources, name);
      const letters = fonts.get(font) ?? lettersOfFont(file, referenceIn(file.dictionary(font), 'ToUnicode'));
      fonts.set(font, letters);
      return letters;
    });
    pages.set(page, marked);
    return marked;
  };

  const textsOf = (element: number): string[] => {
    const dictionary = file.dictionary(element);
    const [, listed = ''] = /\/K \[((?:<<[\s\S]*?>>|[^\]])*)\]/.exec(dictionary) ?? [];
    const own = referenceIn(dictionary.replace(listed, ''), 'Pg');
    let text = '';
    const below: string[] = [];
    for (const [kid, child] of listed.matchAll(/<<[\s\S]*?>>|(\d+) 0 R|\d+/g))
      if (child !== undefined) below.push(...textsOf(Number(child)));
      else if (kid.startsWith('<<'))
        text += markedOn(referenceIn(kid, 'Pg')).get(Number(/\/MCID (\d+)/.exec(kid)?.[1] ?? NaN)) ?? '';
      else text += markedOn(own).get(Number(kid)) ?? '';
    return [...(text === '' ? [] : [text]), ...below];
  };

  const catalogue = referenceIn(bytes.subarray(bytes.lastIndexOf('trailer')).toString('latin1'), 'Root');
  return textsOf(referenceIn(file.dictionary(catalogue), 'StructTreeRoot'));
};
