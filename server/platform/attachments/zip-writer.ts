/** A zip that is written while it is read (APPNOTE.TXT 4.3): of each file no more than a piece is in memory. */
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZippedFile {
  /** With `/` between folders. */
  name: string;
  content: Readable | Uint8Array;
}

interface Written {
  name: Buffer;
  sum: number;
  packed: number;
  size: number;
  from: number;
}

/** Names are UTF-8, and sums and sizes stand behind the bytes. */
const flags = 0x0808;
const deflated = 8;
const version = 20;
/** More needs sizes of eight bytes, which many programs do not read. */
export const mostZipped = 0xffff_0000;

/** Date and time as MS-DOS has them, two seconds being the least. */
const dosTime = (at: Date): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 0);
  bytes.writeUInt16LE(((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), 2);
  return bytes;
};

const numbers = (...given: [value: number, bytes: 2 | 4][]): Buffer =>
  Buffer.concat(
    given.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value >>> 0, 0, bytes);
      return buffer;
    }),
  );

const localHeader = (name: Buffer, time: Buffer): Buffer =>
  Buffer.concat([
    numbers([0x04034b50, 4], [version, 2], [flags, 2], [deflated, 2]),
    time,
    numbers([0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]),
    name,
  ]);

const listed = ({ name, sum, packed, size, from }: Written, time: Buffer): Buffer =>
  Buffer.concat([
    numbers([0x02014b50, 4], [version, 2], [version, 2], [flags, 2], [deflated, 2]),
    time,
    numbers([sum, 4], [packed, 4], [size, 4], [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [from, 4]),
    name,
  ]);

const pieces = async function* (files: AsyncIterable<ZippedFile>, at: Date): AsyncGenerator<Buffer> {
  const time = dosTime(at);
  const written: Written[] = [];
  let place = 0;
  const put = (bytes: Buffer): Buffer => {
    place += bytes.length;
    if (place > mostZipped) throw new RangeError('A zip is longer than its lists can say');
    return bytes;
  };
  for await (const { name: given, content } of files) {
    const one: Written = { name: Buffer.from(given), sum: 0, packed: 0, size: 0, from: place };
    yield put(localHeader(one.name, time));
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      const source: AsyncIterable<Uint8Array> = content instanceof Uint8Array ? Readable.from([content]) : content;
      for await (const piece of source) {
        one.sum = crc32(piece, one.sum);
        one.size += piece.length;
        yield piece;
      }
    };
    const deflate = createDeflateRaw();
    // What goes wrong reaches whoever reads.
    pipeline(Readable.from(counted()), deflate, () => undefined);
    const packed: AsyncIterable<Buffer> = deflate;
    for await (const piece of packed) {
      one.packed += piece.length;
      yield put(piece);
    }
    yield put(numbers([0x08074b50, 4], [one.sum, 4], [one.packed, 4], [one.size, 4]));
    written.push(one);
  }
  const from = place;
  for (const one of written) yield put(listed(one, time));
  const count = written.length;
  yield numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [place - from, 4], [from, 4], [0, 2]);
};

/** `at`: the time that all files in it have. A file that cannot be read breaks the stream off. */
export const zipOf = (files: AsyncIterable<ZippedFile>, at: Date): Readable =>
  Readable.from(pieces(files, at), { objectMode: false, highWaterMark: 64 * 1024 });
