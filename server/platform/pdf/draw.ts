/** Draws one document in this process; a process draws one at a time. */
import pdfmake from 'pdfmake';
import { documentDefinition } from './document-definition.ts';
import { installFonts } from './letters/embedding.ts';
import { fontFiles, loadFontsFor } from './letters/fonts.ts';
import { coverTable, ruledTable } from './layout.ts';
import { installLines } from './lines.ts';
import { installMetadata } from './metadata.ts';
import type { Printable } from './printable.ts';
import { installRunning } from './running.ts';
import { installStructure, type Structure } from './structure.ts';
import { installTogether } from './together.ts';
import { installWidths } from './widths.ts';

let structure: Structure | undefined;
installStructure(() => structure);
installLines();
installWidths();
installTogether();
installRunning();
installFonts();
installMetadata();

const allowed = new Set(Object.values(fontFiles).flatMap(({ normal, bold }) => [normal, bold]));
pdfmake.setFonts(fontFiles);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
pdfmake.addTableLayouts({ ruled: ruledTable, cover: coverTable });

/** The bytes of a tagged PDF. Not to be called again before it is done. */
export const draw = async (document: Printable): Promise<Buffer> => {
  await loadFontsFor(document);
  const plan = documentDefinition(document);
  structure = plan.structure;
  return pdfmake.createPdf(plan.definition).getBuffer();
};
