/** Draws one document at a time in a process of its own: in comes a PrintDocument, out go the bytes of a PDF. */
import { fromOwnJson, type OwnJson } from '../../core/own-json.ts';
import type { Printable } from './printable.ts';
import { draw } from './draw.ts';
import type { Drawable } from './index.ts';

const documentOf = (drawable: Drawable): Printable => {
  if (!(drawable instanceof Uint8Array)) return drawable;
  const text: OwnJson<Printable> = Buffer.from(drawable).toString('utf8');
  return fromOwnJson(text);
};

/** The bytes of a document's PDF. */
export default (drawable: Drawable): Promise<Uint8Array> => draw(documentOf(drawable));
