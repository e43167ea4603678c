/** The parts of pdfmake and of the pdfkit beneath it that lay text out and write a structure tree; neither has types of its own for them. */
declare module 'pdfmake/js/Renderer.js' {
  export interface InlineFont {
    /** The file. */
    font: object;
    document: { provideFont(name: string, bold: boolean): InlineFont };
    widthOfString(text: string, size: number, features: unknown): number;
    lineHeight(size: number): number;
  }
  export interface Inline {
    text: string;
    x: number;
    width: number;
    /** Width of the spaces at its beginning and end, which do not count at those of a line. */
    leadingCut: number;
    trailingCut: number;
    /** The next one follows without a place to break. */
    noNewLine?: boolean;
    lineEnd?: boolean;
    height: number;
    font: InlineFont;
    fontSize: number;
    fontFeatures: unknown;
    tag?: number;
  }
  export interface Line {
    inlines: Inline[];
    x: number;
    y: number;
    maxWidth: number;
    inlineWidths: number;
    leadingCut: number;
    trailingCut: number;
    /** A table head met again on a later page. */
    repeated?: boolean;
    addInline(inline: Inline): void;
    getHeight(): number;
    clone(): Line;
  }
  export interface StructureContent {
    readonly refs: unknown[];
  }
  export interface StructureElement {
    add(child: StructureElement | StructureContent): StructureElement;
  }
  export interface TaggedDocument {
    page: object;
    struct(type: string, options?: { scope?: string; title?: string; lang?: string }): StructureElement;
    addStructure(element: StructureElement): void;
    markStructureContent(type: string): StructureContent;
    markContent(tag: 'Artifact', options: { type: 'Layout' | 'Pagination' }): void;
    endMarkedContent(): void;
  }
  interface RendererPrototype {
    pdfDocument: TaggedDocument;
    renderPages: (this: RendererPrototype, pages: unknown[]) => void;
    renderLine: (this: RendererPrototype, line: Line, x: number, y: number) => void;
    renderVector: (this: RendererPrototype, vector: unknown) => void;
  }
  const module: { default: { prototype: RendererPrototype } };
  export default module;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { Column } from 'pdfmake/js/columnCalculator.js';
  import type { Inline, Line } from 'pdfmake/js/Renderer.js';
  export interface TextNode {
    _inlines?: Inline[];
    bold?: boolean;
    /** Ours: what is longer ends in three dots. */
    mostLines?: number;
  }
  /** What a definition has become once it is measured. */
  export interface LaidNode extends TextNode, Column {
    _margin?: [number, number, number, number] | null;
    _minHeight?: number;
    _gap?: number;
    text?: unknown;
    stack?: LaidNode[];
    columns?: LaidNode[];
    table?: LaidTable['table'];
    positions: unknown[];
    /** Ours: stands on one page with the beginning of what follows. */
    leads?: boolean;
    /** Ours: begins a page that lies or stands so. */
    turns?: 'landscape' | 'portrait';
    /** Ours: stands on one page with itself. */
    together?: boolean;
  }
  export interface LaidTable extends LaidNode {
    table: {
      body: LaidNode[][];
      widths: Column[];
      headerRows?: number;
      /** Ours: rows at the top that head the columns, whether or not they are repeated. */
      heads?: number;
    };
    _layout: Record<'paddingTop' | 'paddingBottom' | 'hLineWidth', (row: number, node: LaidTable) => number>;
    _offsets: { total: number };
  }
  export interface PageMargins {
    top: number;
    bottom: number;
  }
  export interface PageWriter {
    transactionLevel: number;
    repeatables: { height: number }[];
    moveToNextPage(orientation?: 'landscape' | 'portrait'): void;
    context(): {
      y: number;
      availableWidth: number;
      availableHeight: number;
      pageMargins: PageMargins;
      snapshots: unknown[];
      moveDown(by: number): void;
      getCurrentPage(): { pageSize: { width: number; height: number } } | null;
    };
  }
  interface LayoutPrototype {
    writer: PageWriter;
    pageMargins: PageMargins;
    docPreprocessor: { preprocessBlock(node: unknown): unknown };
    docMeasure: { measureBlock(node: unknown): LaidNode };
    tryLayoutDocument: (this: LayoutPrototype, ...given: unknown[]) => unknown;
    buildNextLine(node: TextNode): Line | null;
    processNode: (this: LayoutPrototype, node: LaidNode, ...given: unknown[]) => void;
    processVerticalContainer(node: LaidNode & { stack: LaidNode[] }): void;
  }
  const module: { default: { prototype: LayoutPrototype } };
  export default module;
}

declare module 'pdfmake/js/columnCalculator.js' {
  export interface Column {
    width?: string | number;
    _minWidth: number;
    _maxWidth: number;
    _calcWidth: number;
  }
  const module: { default: { buildColumnWidths(columns: Column[], room: number, paddings?: number): void } };
  export default module;
}

declare module 'pdfmake/js/TableProcessor.js' {
  import type { LaidTable, PageWriter } from 'pdfmake/js/LayoutBuilder.js';
  interface TablePrototype {
    tableNode: LaidTable;
    headerRows: number;
    beginTable: (this: TablePrototype, writer: PageWriter) => void;
    beginRow: (this: TablePrototype, row: number, writer: PageWriter) => void;
    drawHorizontalLine(row: number, writer: PageWriter): void;
  }
  const module: { default: { prototype: TablePrototype } };
  export default module;
}

declare module 'pdfmake/js/PageElementWriter.js' {
  import type { Line } from 'pdfmake/js/Renderer.js';
  type Item = { type: 'line'; item: Line } | { type: 'vector'; item: unknown };
  interface WriterPrototype {
    currentBlockToRepeatable: (this: WriterPrototype) => { items: Item[] };
  }
  const module: { default: { prototype: WriterPrototype } };
  export default module;
}

declare module 'pdfmake' {
  interface PdfMake {
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setUrlAccessPolicy(allow: (url: string) => boolean): void;
    setLocalAccessPolicy(allow: (path: string) => boolean): void;
    addTableLayouts(layouts: Record<string, unknown>): void;
    createPdf(definition: unknown): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: PdfMake;
  export default pdfmake;
}

declare module 'bidi-js' {
  interface Levels {
    levels: Uint8Array;
    paragraphs: { start: number; end: number; level: number }[];
  }
  interface Bidi {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): Levels;
    /** Where the letters of one line come from, from left to right. */
    getReorderedIndices(text: string, levels: Levels): number[];
  }
  export default function factory(): Bidi;
}
