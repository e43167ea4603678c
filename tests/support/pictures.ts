/** Pictures as cameras and programs lay them out, in segments and chunks. */
import { jpg, png } from './files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const join = (...parts: (Uint8Array | string)[]): Bytes =>
  Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part))));

const segment = (code: string, content: Uint8Array): Bytes => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return join(`ff${code}`, length, content);
};

/** A camera's: with a small preview in its Exif segment that has an end of its own, and bytes after the picture. */
export const exifJpg = join('ffd8', segment('e1', join(Buffer.from('Exif\0\0'), jpg)), jpg.slice(2), Buffer.alloc(40));

/** With several scans, tables between them, intervals and stuffed bytes. */
export const progressiveJpg = join(
  jpg.slice(0, jpg.indexOf(0xda) - 1),
  'ffda0008010100000101',
  '12ff00ffd034ffff',
  segment('c4', Buffer.from('101000', 'hex')).slice(1),
  'ffda0008010100010201',
  '56ff0078',
  'ffd9',
);

/** What an editor makes: text beside the picture, which is cut into several chunks. */
export const textPng = ((): Bytes => {
  const text = Buffer.alloc(4096, 'x');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return join(png.slice(0, 33), length, Buffer.from('tEXt'), text, Buffer.alloc(4), png.slice(33));
})();

/** How a picture of an iPhone begins. */
export const heic = join(
  '00000024',
  Buffer.from('ftypheic'),
  '00000000',
  Buffer.from('mif1MiHEmiafheic'),
  Buffer.alloc(200),
);
