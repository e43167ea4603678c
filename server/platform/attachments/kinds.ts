/** The kinds of documents that can be taken, by extension. A new kind is one more line. */
import { isDoc } from './compound-file.ts';
import type { Look } from './finding.ts';
import { isPdf } from './pdf-file.ts';
import { isJpeg, isPng } from './pictures.ts';
import { isDocx } from './word-package.ts';

export interface Kind {
  mediaType: string;
  look: Look;
  /** As it follows “is not”. */
  words: string;
}

const jpeg: Kind = { mediaType: 'image/jpeg', look: isJpeg, words: 'a JPEG picture' };

export const kinds: ReadonlyMap<string, Kind> = new Map([
  ['jpg', jpeg],
  ['jpeg', jpeg],
  ['png', { mediaType: 'image/png', look: isPng, words: 'a PNG picture' }],
  ['pdf', { mediaType: 'application/pdf', look: isPdf, words: 'a PDF document' }],
  ['doc', { mediaType: 'application/msword', look: isDoc, words: 'a Word document' }],
  [
    'docx',
    {
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      look: isDocx,
      words: 'a Word document',
    },
  ],
]);
