/** Opened fonts: which letters they have, and which glyphs a text becomes. A thread opens a font when a text first needs it, and keeps it. */
import { create, type Font as FontFile, type FontCollection, type Path } from 'fontkit';
import { readFileSync } from 'node:fs';
import { shapingWith, type Cluster, type Shape } from './shaping.ts';

export type Weight = 'normal' | 'bold';

export interface Face {
  /** From which the measures of its lines are taken. */
  font: FontFile;
  has: (codePoint: number) => boolean;
  /** In the order of the text. */
  clusters: Shape;
  /** How far a glyph of `font` by itself moves the pen. */
  advance: (glyph: number) => number;
  /** The outline of a glyph, where glyphs are not those of `font`. */
  path?: (glyph: number) => Path;
}

/** So many pieces of text are remembered with their clusters; then it begins with none. */
const mostRemembered = 20_000;

/** Words come again and again, in one document and the next. */
export const remembering = (shape: Shape): Shape => {
  const known = new Map<string, Cluster[]>();
  return (text, rightToLeft) => {
    const key = `${rightToLeft ? '<' : '>'}${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= mostRemembered) known.clear();
    const clusters = shape(text, rightToLeft);
    known.set(key, clusters);
    return clusters;
  };
};

const isFont = (file: FontFile | FontCollection): file is FontFile => 'hasGlyphForCodePoint' in file;

/** Reads a font from the bytes of its file. */
export const fontOf = (bytes: Buffer): FontFile => {
  const font = create(bytes);
  if (!isFont(font)) throw new Error('The file holds several fonts');
  return font;
};

const files = new Map<string, Face>();

/** The font in a TrueType file. */
export const faceOf = (path: string): Face => {
  const known = files.get(path);
  if (known !== undefined) return known;
  const bytes = readFileSync(path);
  const font = fontOf(bytes);
  const { shape, advance } = shapingWith(bytes);
  const face: Face = {
    font,
    advance,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    clusters: remembering(shape),
  };
  files.set(path, face);
  return face;
};
