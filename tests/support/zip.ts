/** Zips, true ones and ones that say what is not so. */
import { crc32, deflateRawSync } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;

export interface ZipFile {
  name: string;
  content: string | Uint8Array;
  packed?: boolean;
  /** What the lists say of its length when it is not the truth. */
  says?: number;
  /** Of a file before it, whose bytes it shares. */
  shares?: number;
}

/** A zip of some files in this order. */
export const zipOf = (files: readonly ZipFile[]): Bytes => {
  const locals: Buffer[] = [];
  const index: Buffer[] = [];
  const places: number[] = [];
  let at = 0;
  for (const { name, content, packed = false, says, shares } of files) {
    const plain = Buffer.from(content);
    const bytes = packed ? deflateRawSync(plain) : plain;
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(plain), 0);
    sizes.writeUInt32LE(bytes.length, 4);
    sizes.writeUInt32LE(says ?? plain.length, 8);
    const own = Buffer.from(name);
    const names = Buffer.alloc(4);
    names.writeUInt16LE(own.length, 0);
    const versions = Buffer.from([20, 0, 0, 0, packed ? 8 : 0, 0, 0, 0, 0x21, 0]);
    const place = Buffer.alloc(14);
    const start = shares === undefined ? at : (places[shares] ?? at);
    place.writeUInt32LE(start, 10);
    places.push(start);
    index.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), versions, sizes, names, place, own]));
    if (shares !== undefined) continue;
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), versions, sizes, names, own, bytes]);
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(index.length, 8);
  end.writeUInt16LE(index.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Uint8Array.from(Buffer.concat([...locals, central, end]));
};

/** A zip in which nothing is compressed. */
export const zip = (files: Record<string, string | Uint8Array>): Bytes =>
  zipOf(Object.entries(files).map(([name, content]) => ({ name, content })));
