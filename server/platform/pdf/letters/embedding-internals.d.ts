/** The parts of pdfkit that embed fonts, and what our runs of text carry through pdfmake; neither has types of its own for them. */
declare module 'pdfmake/js/PDFDocument.js' {
  /** A glyph by its number in the font, or glyphs that are drawn as one. */
  export interface DrawnCluster {
    text: string;
    glyphs: { id: number; x: number; y: number }[];
    advance: number;
  }
  export interface FontSubset {
    glyphs: (number | DrawnCluster)[];
    glyf: Uint8Array[];
    loca: { version: number; offsets: number[] };
    hmtx: { metrics: { advance: number; bearing: number }[] };
    offset: number;
    includeGlyph(glyph: number): number;
    _addGlyph: (this: FontSubset, entry: number | DrawnCluster) => number;
  }
  export interface FontFeatures {
    rightToLeft?: boolean;
  }
  interface Position {
    xAdvance: number;
    yAdvance: number;
    xOffset: number;
    yOffset: number;
    advanceWidth: number;
  }
  export interface EmbeddedFont {
    constructor: new (document: PdfDocument, font: object, id: string) => EmbeddedFont;
    id: string;
    subset: FontSubset;
    /** The letters and the width of each number in the subset. */
    unicode: number[][];
    widths: number[];
    /** From units of the font to thousandths. */
    scale: number;
    widthOfString(text: string, size: number, features?: FontFeatures | null): number;
    encode(text: string, features?: FontFeatures | null): [string[], Position[]];
  }
  export interface PdfDocument {
    _fontCount: number;
    _fontFamilies: Record<string, EmbeddedFont>;
    provideFont: (this: PdfDocument, name: string, bold: boolean) => EmbeddedFont;
    /** pdfmake leaves out what is empty. */
    info: { Title?: string; Subject?: string; Creator: string; Producer: string; CreationDate: Date };
    appendXML: (xml: string) => void;
    _addInfo: (this: PdfDocument) => void;
  }
}

declare module 'pdfmake/js/Renderer.js' {
  interface Inline {
    directed?: { level: number; base: number };
  }
}
