/** Writes records of the `glyf` table of a TrueType font. */
import type { Path } from 'fontkit';

interface Box {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** A glyph's record, and how far its outline begins from the pen, which `hmtx` has to repeat. */
export interface GlyphRecord {
  bytes: Uint8Array;
  bearing: number;
}

const header = 10;
const onCurve = 0x01;
const wordsAreOffsets = 0x0003;
const moreComponents = 0x0020;

/** An outline of nothing. */
export const emptyRecord: GlyphRecord = { bytes: new Uint8Array(0), bearing: 0 };

const boxAround = (boxes: Box[]): Box => ({
  minX: Math.min(...boxes.map(({ minX }) => minX)),
  minY: Math.min(...boxes.map(({ minY }) => minY)),
  maxX: Math.max(...boxes.map(({ maxX }) => maxX)),
  maxY: Math.max(...boxes.map(({ maxY }) => maxY)),
});

/** A record of so many bytes, its length even as `loca` wants it, with the header filled in. */
const begin = (contours: number, box: Box, length: number): DataView => {
  const view = new DataView(new ArrayBuffer(header + length + (length % 2)));
  [contours, box.minX, box.minY, box.maxX, box.maxY].forEach((value, at) => view.setInt16(at * 2, value));
  return view;
};

const recordOf = (view: DataView, { minX }: Box): GlyphRecord => ({
  bytes: new Uint8Array(view.buffer),
  bearing: minX,
});

export interface Component {
  glyph: number;
  x: number;
  y: number;
  box: Box;
}

/** Several glyphs of the font drawn as one. */
export const compositeRecord = (components: Component[]): GlyphRecord => {
  if (components.length === 0) return emptyRecord;
  const box = boxAround(
    components.map(({ x, y, box: { minX, minY, maxX, maxY } }) => ({
      minX: Math.floor(minX + x),
      minY: Math.floor(minY + y),
      maxX: Math.ceil(maxX + x),
      maxY: Math.ceil(maxY + y),
    })),
  );
  const view = begin(-1, box, components.length * 8);
  components.forEach(({ glyph, x, y }, at) => {
    const start = header + at * 8;
    view.setUint16(start, wordsAreOffsets | (at < components.length - 1 ? moreComponents : 0));
    view.setUint16(start + 2, glyph);
    view.setInt16(start + 4, Math.round(x));
    view.setInt16(start + 6, Math.round(y));
  });
  return recordOf(view, box);
};

interface Point {
  x: number;
  y: number;
  on: boolean;
}

export interface Outline {
  path: Path;
  x: number;
  y: number;
}

const contoursOf = ({ path, x, y }: Outline): Point[][] => {
  const contours: Point[][] = [];
  for (const { command, args } of path.commands) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = args.map((value, at) => Math.round(value + (at % 2 === 0 ? x : y)));
    if (command === 'moveTo') contours.push([{ x: x1, y: y1, on: true }]);
    else if (command === 'lineTo') contours.at(-1)?.push({ x: x1, y: y1, on: true });
    else if (command === 'quadraticCurveTo')
      contours.at(-1)?.push({ x: x1, y: y1, on: false }, { x: x2, y: y2, on: true });
    else if (command !== 'closePath') throw new Error(`A TrueType outline has no ${command}`);
  }
  return contours.filter((contour) => contour.length > 1);
};

/** Outlines that are not among the font's own. */
export const simpleRecord = (outlines: Outline[]): GlyphRecord => {
  const contours = outlines.flatMap(contoursOf);
  const points = contours.flat();
  if (points.length === 0) return emptyRecord;
  const box = boxAround(points.map(({ x, y }) => ({ minX: x, minY: y, maxX: x, maxY: y })));
  const view = begin(contours.length, box, contours.length * 2 + 2 + points.length * 5);
  let at = header;
  let last = -1;
  for (const contour of contours) {
    last += contour.length;
    view.setUint16(at, last);
    at += 2;
  }
  at += 2;
  points.forEach(({ on }, index) => view.setUint8(at + index, on ? onCurve : 0));
  at += points.length;
  for (const axis of ['x', 'y'] as const) {
    points.forEach((point, index) => view.setInt16(at + index * 2, point[axis] - (points[index - 1]?.[axis] ?? 0)));
    at += points.length * 2;
  }
  return recordOf(view, box);
};
