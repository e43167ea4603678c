/**
 * Puts fonts into the PDF. pdfkit writes the glyphs of a text by number and, for each number, the letters that it stands for. Where letters
 * change places, join into one glyph or take several, such a list cannot be true; so here a number stands for a whole cluster, drawn as
 * one, and says just what was written. Whoever copies or reads aloud what is on paper gets the letters, and in their order.
 */
import type { Path } from 'fontkit';
import type { DrawnCluster, EmbeddedFont, FontSubset, PdfDocument } from 'pdfmake/js/PDFDocument.js';
import type { Face } from './faces.ts';
import { face as faceNamed, isFontName } from './fonts.ts';
import { compositeRecord, emptyRecord, simpleRecord, type GlyphRecord } from '../outlines.ts';
import { pdfmakeModule } from '../pdfmake-modules.ts';
import type { Cluster } from './shaping.ts';

const documentModule = pdfmakeModule('PDFDocument');

/** Places to break a line, or not to, draw nothing. */
const undrawn = /^[\u200b\u2060]+$/;

/** Lets a subset take clusters besides glyphs. */
const drawClusters = (subset: FontSubset, face: Face): void => {
  const { font } = face;
  const addGlyph = subset._addGlyph;
  const pathOf = face.path ?? ((glyph: number): Path => font.getGlyph(glyph).path);
  const recordOf = ({ glyphs }: DrawnCluster): GlyphRecord => {
    const seen = glyphs
      .map(({ id, x, y }) => ({ id, x, y, path: pathOf(id) }))
      .filter(({ path }) => path.commands.length > 0);
    if (face.path !== undefined) return simpleRecord(seen);
    return compositeRecord(
      seen.map(({ id, x, y }) => ({ glyph: subset.includeGlyph(id), x, y, box: font.getGlyph(id).cbox })),
    );
  };
  subset._addGlyph = function (entry) {
    const own = typeof entry === 'number';
    // fontkit cannot read the measures of a glyph without an outline that stands at the end of its table.
    if (own && face.path === undefined && pathOf(entry).commands.length > 0) return addGlyph.call(this, entry);
    const { bytes, bearing } = own ? emptyRecord : recordOf(entry);
    this.loca.version = 1;
    this.glyf.push(bytes);
    this.loca.offsets.push(this.offset);
    this.hmtx.metrics.push({ advance: own ? face.advance(entry) : Math.round(entry.advance), bearing });
    this.offset += bytes.length;
    return this.glyf.length - 1;
  };
};

const codePointsOf = (text: string): number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

/** Numbers for clusters: a glyph's own where it stands for the same letters throughout, else one for the cluster. */
const numbering = (embedded: EmbeddedFont, { advance: advanceOf, path }: Face): ((cluster: Cluster) => number) => {
  const { subset, unicode, widths, scale } = embedded;
  const texts = new Map<number, string>();
  const drawn = new Map<string, number>();
  return (cluster) => {
    const { text, glyphs, advance } = cluster;
    const [glyph, ...others] = glyphs;
    if (path === undefined && glyph !== undefined && others.length === 0 && glyph.x === 0 && glyph.y === 0) {
      const said = texts.get(glyph.id);
      if (said === undefined) texts.set(glyph.id, text);
      if ((said ?? text) === text) {
        const number = subset.includeGlyph(glyph.id);
        unicode[number] ??= codePointsOf(text);
        widths[number] ??= advanceOf(glyph.id) * scale;
        return number;
      }
    }
    const key = `${text} ${advance} ${glyphs.map(({ id, x, y }) => `${id},${x},${y}`).join(' ')}`;
    const number = drawn.get(key) ?? subset.glyphs.push(cluster) - 1;
    drawn.set(key, number);
    unicode[number] = codePointsOf(text);
    widths[number] = Math.round(advance) * scale;
    return number;
  };
};

/** Makes a font of pdfkit measure and write text by clusters. */
const byClusters = (embedded: EmbeddedFont, face: Face): void => {
  drawClusters(embedded.subset, face);
  const numberOf = numbering(embedded, face);
  const { scale } = embedded;
  const advanceOf = (clusters: Cluster[]): number => clusters.reduce((sum, { advance }) => sum + advance, 0);

  embedded.widthOfString = (text, size, features) =>
    (advanceOf(face.clusters(text, features?.rightToLeft ?? false)) * scale * size) / 1000;

  // In the order of the text, whichever way it runs: from right to left, each cluster is placed before the one that was written last.
  embedded.encode = (text, features) => {
    const rightToLeft = features?.rightToLeft ?? false;
    const clusters = face.clusters(text, rightToLeft).filter((cluster) => !undrawn.test(cluster.text));
    const numbers = clusters.map(numberOf);
    let left = rightToLeft ? advanceOf(clusters) * scale : 0;
    let pen = 0;
    const positions = clusters.map(({ advance }, at) => {
      const advanceWidth = embedded.widths[numbers[at] ?? 0] ?? 0;
      const xAdvance = advance * scale;
      left -= rightToLeft ? xAdvance : 0;
      const xOffset = rightToLeft ? left - pen : 0;
      pen += xAdvance;
      return { xAdvance, yAdvance: 0, xOffset, yOffset: 0, advanceWidth };
    });
    return [numbers.map((number) => number.toString(16).padStart(4, '0')), positions];
  };
};

let installed = false;

/** Makes pdfmake take these fonts, once per thread. */
export const installFonts = (): void => {
  if (installed) return;
  installed = true;
  const { prototype } = documentModule.default;
  const { provideFont } = prototype;
  const provided = new WeakMap<PdfDocument, Map<string, EmbeddedFont>>();
  let fontClass: EmbeddedFont['constructor'] | undefined;
  prototype.provideFont = function (name, bold) {
    if (!isFontName(name)) throw new RangeError(`No such font: ${name}`);
    const fonts = provided.get(this) ?? new Map<string, EmbeddedFont>();
    provided.set(this, fonts);
    const key = bold ? `${name} bold` : name;
    const known = fonts.get(key);
    if (known !== undefined) return known;
    // pdfkit keeps the class to itself and lets it open files only; a font of ours is open already.
    fontClass ??= provideFont.call(this, 'Sans', false).constructor;
    const face = faceNamed(name, bold ? 'bold' : 'normal');
    const embedded = new fontClass(this, face.font, `F${(this._fontCount += 1)}`);
    byClusters(embedded, face);
    this._fontFamilies[embedded.id] = embedded;
    fonts.set(key, embedded);
    return embedded;
  };
};
