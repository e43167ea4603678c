import type { FileHandle } from 'node:fs/promises';

/** What a look into a file found: it is what it should be, it is something else, or a password keeps it shut. */
export type Finding = 'right' | 'other' | 'locked';

/** Looks into an open file of so many bytes, reading only where it must. */
export type Look = (file: FileHandle, bytes: number) => Promise<Finding>;

/** The bytes from `at`, fewer at the end of the file. */
export const readAt = async (file: FileHandle, at: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(Math.max(0, length));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
  return buffer.subarray(0, bytesRead);
};
