/** A zip that is written while it is read: no more than a piece of each file is in memory, and one file is open at a time. */
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZippedFile {
  /** With `/` between folders. */
  name: string;
  content: Buffer | (() => Promise<Readable>);
}

/** `at`: the time that all files in it have. A file that cannot be read breaks the stream off. */
export const zipOf = (files: readonly ZippedFile[], at: Date): Readable => {
  const zip = new ZipFile();
  const out = new PassThrough();
  let read: Readable | undefined;
  const broken = (error: unknown): void => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on('error', broken);
  for (const { name, content } of files)
    if (Buffer.isBuffer(content)) zip.addBuffer(content, name, { mtime: at });
    else
      zip.addReadStreamLazy(name, { mtime: at }, (give) => {
        content().then((opened) => {
          // What a file says of itself when it breaks off reaches nobody else.
          read = opened.on('error', broken);
          if (out.destroyed) opened.destroy();
          else give(undefined, opened);
        }, broken);
      });
  zip.end();
  // Whoever reads it may go away in the middle of a file.
  pipeline(zip.outputStream, out, () => read?.destroy());
  return out;
};
