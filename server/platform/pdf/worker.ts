/** Draws one document at a time in a thread of its own: in comes a PrintDocument, out go the bytes of a PDF. */
import pdfmake from 'pdfmake';
import { parentPort } from 'node:worker_threads';
import type { PrintDocument } from '../../../engine/index.ts';
import { documentDefinition } from './document-definition.ts';
import { fontFiles } from './fonts.ts';
import { coverTable, ruledTable } from './layout.ts';
import { installPlacement } from './placement.ts';
import { installStructure, type Structure } from './structure.ts';

let structure: Structure | undefined;
installStructure(() => structure);
installPlacement();

const allowed = new Set(Object.values(fontFiles).flatMap(({ normal, bold }) => [normal, bold]));
pdfmake.setFonts(fontFiles);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
pdfmake.addTableLayouts({ ruled: ruledTable, cover: coverTable });

parentPort?.on('message', ({ id, document }: { id: number; document: PrintDocument }) => {
  const plan = documentDefinition(document);
  structure = plan.structure;
  pdfmake
    .createPdf(plan.definition)
    .getBuffer()
    .then(
      (bytes) => parentPort?.postMessage({ id, bytes }),
      (error: unknown) => parentPort?.postMessage({ id, error: error instanceof Error ? error.message : 'unknown' }),
    );
});
