/** Measures things as pdfmake does, without drawing them. */
import type { Column } from 'pdfmake/js/columnCalculator.js';
import type { LaidNode } from 'pdfmake/js/LayoutBuilder.js';
import { installFonts } from './letters/embedding.ts';
import { fontFiles, loadFontsFor } from './letters/fonts.ts';
import { coverTable, defaultStyle, ruledTable } from './layout.ts';
import { pdfmakeModule } from './pdfmake-modules.ts';

const documentModule = pdfmakeModule('PDFDocument');
const preprocessorModule = pdfmakeModule('DocPreprocessor');
const measureModule = pdfmakeModule('DocMeasure');
const columnsModule = pdfmakeModule('columnCalculator');

/** Gives a part of a definition the widths of its words and lines. */
export type Measure = (node: unknown) => LaidNode;

/** For what a value says. */
export const createMeasure = async (value: unknown): Promise<Measure> => {
  installFonts();
  await loadFontsFor(value);
  const document = new documentModule.default(fontFiles, {}, {}, {}, { autoFirstPage: false, font: null });
  const measurer = new measureModule.default(document, {}, defaultStyle, undefined, {
    ruled: ruledTable,
    cover: coverTable,
  });
  const preprocessor = new preprocessorModule.default();
  return (node) => measurer.measureBlock(preprocessor.preprocessBlock(node));
};

/** Sets columns as pdfmake does by itself, which no longer decides them. */
export const pdfmakeColumns = (columns: Column[], room: number): void =>
  columnsModule.default.buildColumnWidths(columns, room);
