/** Which glyphs a text becomes, and where they stand: letters join, stack and change places. HarfBuzz does it, as in browsers. */
import { Blob, Buffer, Direction, Face, Font, shape } from 'harfbuzzjs';

/** A glyph and where it stands from the beginning of its cluster, in units of the font. */
export interface PlacedGlyph {
  id: number;
  x: number;
  y: number;
}

/** The smallest piece of text that is drawn by itself, with its glyphs and how far it moves the pen. */
export interface Cluster {
  text: string;
  glyphs: PlacedGlyph[];
  advance: number;
}

const ignorable = /^\p{Default_Ignorable_Code_Point}+$/u;

/** The clusters of a text of one font and one direction, in the order of the text. */
export type Shape = (text: string, rightToLeft: boolean) => Cluster[];

/**
 * Whoever reads a line from right to left takes it letter by letter, so that letters in one cluster would come out turned round. Each gets its
 * share of the width: the first draws all, the others nothing.
 */
const letterByLetter = ({ text, glyphs, advance }: Cluster): Cluster[] => {
  const letters = Array.from(text);
  const share = advance / letters.length;
  return letters.map((letter, at) => ({
    text: letter,
    glyphs: at === 0 ? glyphs.map(({ id, x, y }) => ({ id, x: x - advance + share, y })) : [],
    advance: share,
  }));
};

/** What only stops letters from joining, or makes them join, belongs to the letter before it. */
const withJoiners = (clusters: Cluster[]): Cluster[] => {
  const joined: Cluster[] = [];
  for (const cluster of clusters) {
    const before = joined.at(-1);
    if (before !== undefined && ignorable.test(cluster.text)) before.text += cluster.text;
    else joined.push(cluster);
  }
  return joined;
};

export interface Shaping {
  shape: Shape;
  /** How far a glyph by itself moves the pen. */
  advance: (glyph: number) => number;
}

/** Shapes with the font in a file. */
export const shapingWith = (file: Uint8Array): Shaping => {
  const font = new Font(new Face(new Blob(file)));
  const shaped: Shape = (text, rightToLeft) => {
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
    shape(font, buffer);
    const positions = buffer.getGlyphPositions();
    const clusters = new Map<number, Cluster>();
    buffer.getGlyphInfos().forEach(({ codepoint: id, cluster: start }, at) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
      const cluster = clusters.get(start) ?? { text: '', glyphs: [], advance: 0 };
      cluster.glyphs.push({ id, x: cluster.advance + xOffset, y: yOffset });
      cluster.advance += xAdvance;
      clusters.set(start, cluster);
    });
    const inOrder = [...clusters].sort(([one], [other]) => one - other);
    const written = inOrder.map(([start, cluster], at) => ({
      ...cluster,
      text: text.slice(start, inOrder[at + 1]?.[0]),
    }));
    const joined = withJoiners(written);
    return rightToLeft ? joined.flatMap(letterByLetter) : joined;
  };
  return { shape: shaped, advance: (glyph) => font.glyphHAdvance(glyph) };
};
