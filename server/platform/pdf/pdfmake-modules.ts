import { createRequire } from 'node:module';
import type { Column } from 'pdfmake/js/columnCalculator.js';
import type { LaidNode } from 'pdfmake/js/LayoutBuilder.js';
import type { PdfDocument } from 'pdfmake/js/PDFDocument.js';
import type { Line } from 'pdfmake/js/Renderer.js';

interface Measurer {
  measureBlock(node: unknown): LaidNode;
}

/** What the release of pdfmake that package.json names has in these files, as far as it is used here. */
interface Modules {
  PDFDocument: { default: { prototype: PdfDocument; new (fonts: unknown, ...rest: unknown[]): unknown } };
  Line: { default: new (maxWidth: number) => Line };
  DocPreprocessor: { default: new () => { preprocessBlock(node: unknown): unknown } };
  DocMeasure: { default: new (...given: unknown[]) => Measurer };
  columnCalculator: { default: { buildColumnWidths(columns: Column[], room: number, ...rest: unknown[]): void } };
}

const load: (name: string) => unknown = createRequire(import.meta.url);

/** A module of pdfmake: required rather than imported, so that it is the same under a test runner, which unpacks such modules. */
export const pdfmakeModule = <Name extends keyof Modules>(name: Name): Modules[Name] =>
  // Files of JavaScript: nothing but this list says what they hold.
  load(`pdfmake/js/${name}.js`) as Modules[Name];
