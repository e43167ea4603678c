/** A virus scanner that speaks clamd's protocol over TCP, and can be told to fail. */
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface FakeScanner {
  url: string;
  /** `silent` takes everything and never answers; `hang-up` closes in the middle; `verbose` answers what nobody understands. */
  mood: 'well' | 'silent' | 'hang-up' | 'verbose';
  /** Bytes of the files that came in whole. */
  seen: number[];
  stop: () => Promise<void>;
}

const eicar = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/** The file in a whole INSTREAM request, or undefined while some of it is still to come. */
const fileIn = (request: Buffer): Buffer | undefined => {
  const command = 'zINSTREAM\0';
  if (!request.subarray(0, command.length).equals(Buffer.from(command))) return undefined;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= request.length;) {
    const length = request.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(request.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};

export const startScanner = async (): Promise<FakeScanner> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let request = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      if (scanner.mood === 'hang-up') return socket.destroy();
      request = Buffer.concat([request, chunk]);
      if (request.toString('latin1') === 'zPING\0' && scanner.mood !== 'silent') return socket.end('PONG\0');
      const file = fileIn(request);
      if (file === undefined || scanner.mood === 'silent') return undefined;
      scanner.seen.push(file.length);
      const verdict = file.includes(eicar) ? 'stream: Eicar-Signature FOUND' : 'stream: OK';
      return socket.end(scanner.mood === 'verbose' ? 'COMMAND READ TIMED OUT\0' : `${verdict}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const isAddress = (value: typeof address): value is AddressInfo => typeof value === 'object' && value !== null;
  if (!isAddress(address)) throw new Error('The scanner has no port');
  const scanner: FakeScanner = {
    url: `tcp://127.0.0.1:${address.port}`,
    mood: 'well',
    seen: [],
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return scanner;
};
