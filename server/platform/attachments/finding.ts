import type { FileHandle } from 'node:fs/promises';

/**
 * What a look into a file found: it is what it should be, it is something else, a password keeps it shut, it holds programs, it is
 * damaged or not whole, or it unpacks to far more than a document holds.
 */
export type Finding = 'right' | 'other' | 'locked' | 'macros' | 'damaged' | 'too-much';

/** Looks into an open file of so many bytes, reading only where it must. */
export type Look = (file: FileHandle, bytes: number) => Promise<Finding>;

/** The bytes from `at`, fewer at the end of the file. */
export const readAt = async (file: FileHandle, at: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(Math.max(0, length));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
  return buffer.subarray(0, bytesRead);
};

const chunk = 64 * 1024;

/** Reads on from any place: at least `length` bytes unless the file ends before, and more when they are there without asking the disk again. */
export const readingOn = (file: FileHandle): ((at: number, length: number) => Promise<Buffer>) => {
  let start = 0;
  let held = Buffer.alloc(0);
  return async (at, length) => {
    if (at < start || at + length > start + held.length) {
      held = Buffer.from(await readAt(file, at, Math.max(chunk, length)));
      start = at;
    }
    return held.subarray(at - start);
  };
};

/** The bytes between two places of a file, a piece at a time. */
export const piecesOf = async function* (file: FileHandle, from: number, to: number): AsyncGenerator<Buffer> {
  for (let at = from; at < to;) {
    const piece = await readAt(file, at, Math.min(chunk, to - at));
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
};
