/** Asks a virus scanner that speaks clamd's protocol (INSTREAM, see clamd(8)). Whatever goes wrong, the file is not called clean. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';

export type ScanResult = { result: 'clean' } | { result: 'infected'; name: string } | { result: 'unavailable' };

export interface Scanner {
  /** Reads the stream to its end unless the scanner fails; never rejects. */
  scan: (stream: Readable) => Promise<ScanResult>;
  /** Whether it answers at all, within half a second. */
  answers: () => Promise<boolean>;
}

export interface ScannerParts {
  /** `tcp://host:port` or `unix:///path`. */
  url: string;
  /** Without a word from the scanner for this long, it counts as unavailable. Milliseconds. */
  patience?: number;
}

const connectTo = (url: string): Socket => {
  const { protocol, hostname, port, pathname } = new URL(url);
  return protocol === 'unix:' ? connect(decodeURIComponent(pathname)) : connect(Number(port || '3310'), hostname);
};

const verdict = (reply: string): ScanResult => {
  const words = reply.replaceAll('\0', '').trim();
  if (words === 'stream: OK') return { result: 'clean' };
  const name = /^stream: (.+) FOUND$/.exec(words)?.[1];
  return name === undefined ? { result: 'unavailable' } : { result: 'infected', name };
};

const framed = (chunk: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return Buffer.concat([length, chunk]);
};

/** Resolves when the socket wants more; rejects when it is gone. */
const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      socket.off('drain', done);
      reject(new Error('The scanner went away'));
    };
    const done = (): void => {
      socket.off('close', end);
      resolve();
    };
    socket.once('drain', done);
    socket.once('close', end);
  });

const send = async (socket: Socket, stream: Readable): Promise<void> => {
  socket.write('zINSTREAM\0');
  for await (const chunk of stream) {
    if (socket.destroyed) throw new Error('The scanner went away');
    if (!(chunk instanceof Uint8Array)) throw new TypeError('The stream does not give bytes');
    if (chunk.length > 0 && !socket.write(framed(chunk))) await drained(socket);
  }
  socket.write(Buffer.alloc(4));
};

/** The scanner's reply to what `ask` sends; what came of it until then when it goes away or says nothing for `patience` milliseconds. */
const replyTo = (url: string, patience: number, ask: (socket: Socket) => Promise<void>): Promise<string> =>
  new Promise((resolve) => {
    const socket = connectTo(url);
    let reply = '';
    const end = (words: string): void => {
      socket.destroy();
      resolve(words);
    };
    socket.setTimeout(patience, () => end(''));
    socket.setEncoding('utf8');
    socket.on('error', () => end(''));
    socket.on('data', (text: string) => {
      reply += text;
      if (reply.includes('\0') || reply.length > 10_000) end(reply);
    });
    socket.on('close', () => end(reply));
    socket.once('connect', () => {
      ask(socket).catch(() => end(''));
    });
  });

/** Milliseconds; less than the second for which most probes of readiness wait. */
const pingPatience = 500;

export const createScanner = ({ url, patience = 60_000 }: ScannerParts): Scanner => ({
  scan: async (stream) => {
    const reply = await replyTo(url, patience, (socket) => send(socket, stream));
    stream.destroy();
    return verdict(reply);
  },
  answers: async () => {
    const reply = await replyTo(url, Math.min(patience, pingPatience), (socket) => {
      socket.write('zPING\0');
      return Promise.resolve();
    });
    return reply === 'PONG\0';
  },
});
