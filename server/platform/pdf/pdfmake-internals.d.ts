/** The parts of pdfmake and of the pdfkit beneath it that are used to write a structure tree; neither has types of its own for them. */
declare module 'pdfmake/js/Renderer.js' {
  export interface Inline {
    text: string;
    x: number;
    width: number;
    tag?: number;
  }
  export interface Line {
    inlines: Inline[];
    x: number;
    y: number;
    maxWidth: number;
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
    renderPages(pages: unknown[]): void;
    renderLine(line: Line, x: number, y: number): void;
    renderVector(vector: unknown): void;
  }
  const module: { default: { prototype: RendererPrototype } };
  export default module;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  export interface LaidOut {
    pages: { items: { type: string; item: { inlines?: { tag?: number }[] } }[] }[];
  }
  interface LayoutPrototype {
    tryLayoutDocument(...given: unknown[]): LaidOut;
  }
  const module: { default: { prototype: LayoutPrototype } };
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
  }
  export default function factory(): Bidi;
}
