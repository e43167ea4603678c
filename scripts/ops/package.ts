/** A backup as it lies on a disk: named parts in a folder, or in one tar file (POSIX ustar) that every tar can unpack. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface PackageWriter {
  /** Durable once `finish` resolves. */
  add: (name: string, bytes: Buffer) => Promise<void>;
  /** Until then it stands under a name that ends in `.part`, so that half a backup is never taken for one. */
  finish: () => Promise<void>;
}

export interface PackageReader {
  /** Rejects when there is no such part. */
  read: (name: string) => Promise<Buffer>;
  close: () => Promise<void>;
}

const block = 512;
const safeName = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_.-]+)*$|^manifest\.json$/;

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const isTar = (path: string): boolean => path.endsWith('.tar');

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
};

const durably = async (path: string, bytes: Buffer): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;

/** The 512 bytes before a part. @throws RangeError for a name of more than 100 bytes. */
const tarHeader = (name: string, size: number): Buffer => {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`Too long for a part of a tar file: ${name}`);
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(0, 12), 136);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
};

const padding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

const writeTar = async (path: string): Promise<PackageWriter> => {
  const part = `${path}.part`;
  const file = await open(part, 'wx', 0o600);
  return {
    add: async (name, bytes) => {
      await file.writeFile(Buffer.concat([tarHeader(name, bytes.length), bytes, padding(bytes.length)]));
    },
    finish: async () => {
      await file.writeFile(Buffer.alloc(2 * block));
      await file.sync();
      await file.close();
      await rename(part, path);
      await syncFolder(dirname(path));
    },
  };
};

const writeFolder = async (path: string): Promise<PackageWriter> => {
  const part = `${path}.part`;
  await mkdir(part, { mode: 0o700 });
  const folders = new Set<string>([part]);
  return {
    add: async (name, bytes) => {
      const file = join(part, name);
      const folder = dirname(file);
      if (!folders.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 });
      folders.add(folder);
      await durably(file, bytes);
    },
    finish: async () => {
      for (const folder of folders) await syncFolder(folder);
      await rename(part, path);
      await syncFolder(dirname(path));
    },
  };
};

/** `path` ends in `.tar` for one file; anything else becomes a folder. Rejects when it is there already. */
export const writePackage = async (path: string): Promise<PackageWriter> => {
  for (const taken of [path, `${path}.part`])
    if (existsSync(taken)) throw new Error(`${taken} is there already: give another name, or remove it first`);
  await mkdir(dirname(path), { recursive: true });
  return isTar(path) ? writeTar(path) : writeFolder(path);
};

interface Place {
  offset: number;
  size: number;
}

const textOf = (bytes: Buffer): string =>
  bytes.subarray(0, bytes.indexOf(0) < 0 ? bytes.length : bytes.indexOf(0)).toString();

const tarPlaces = async (file: FileHandle): Promise<Map<string, Place>> => {
  const places = new Map<string, Place>();
  const { size: end } = await file.stat();
  for (let at = 0; at + block <= end;) {
    const header = Buffer.alloc(block);
    await file.read(header, 0, block, at);
    if (header[0] === 0) break;
    const size = Number.parseInt(textOf(header.subarray(124, 136)), 8);
    if (!Number.isInteger(size) || at + block + size > end) throw new Error('The tar file is cut off or damaged');
    places.set(textOf(header.subarray(0, 100)), { offset: at + block, size });
    at += block + Math.ceil(size / block) * block;
  }
  return places;
};

const readTar = async (path: string): Promise<PackageReader> => {
  const file = await open(path, 'r');
  const places = await tarPlaces(file);
  return {
    read: async (name) => {
      const place = places.get(name);
      if (place === undefined) throw new Error(`The backup has no part ${name}`);
      const bytes = Buffer.alloc(place.size);
      await file.read(bytes, 0, place.size, place.offset);
      return bytes;
    },
    close: () => file.close(),
  };
};

/** Opens a folder or a tar file. Names in it that lead elsewhere are refused when they are read. */
export const readPackage = async (path: string): Promise<PackageReader> => {
  const checked = (name: string): string => {
    if (!safeName.test(name) || name.includes('..')) throw new Error(`Not the name of a part: ${name}`);
    return name;
  };
  if (isTar(path)) {
    const reader = await readTar(path);
    return { ...reader, read: (name) => reader.read(checked(name)) };
  }
  return {
    read: (name) => readFile(join(path, checked(name))),
    close: () => Promise.resolve(),
  };
};
