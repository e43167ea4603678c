import type { BlankDocument, PrintDocument } from '../../../engine/index.ts';

/** What can be drawn: answers, or a form to write them in by pen. */
export type Printable = PrintDocument | BlankDocument;
