/** As many requests as a server answers, over connections that stay open. Does as little itself as it can. */
import { connect, type Socket } from 'node:net';
import { percentile } from './measure.ts';

/** The next whole request in ASCII, made of the body of the last answer. */
export type Next = (answer: string | undefined) => string;

export interface Rate {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
}

export interface Load {
  url: string;
  /** One for each connection. */
  lanes: Next[];
  /** Seconds before anything is counted. */
  warmUp: number;
  seconds: number;
}

/** The body of a whole answer, or undefined while some is to come. Throws for an answer that is not a success. */
const bodyOf = (answer: string): string | undefined => {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  if (!/^HTTP\/1\.1 2\d\d/.test(answer)) throw new Error(`Not a success: ${answer.slice(0, 2000)}`);
  const length = /\r\ncontent-length: *(\d+)/i.exec(answer.slice(0, end))?.[1];
  if (length === undefined) throw new Error('An answer without a length');
  return answer.length < end + 4 + Number(length) ? undefined : answer.slice(end + 4);
};

/** Counts calls and how long each took, from a moment on until another. */
export const counter = ({ warmUp, seconds }: Pick<Load, 'warmUp' | 'seconds'>) => {
  const from = performance.now() + warmUp * 1000;
  const until = from + seconds * 1000;
  const times: number[] = [];
  return {
    /** Whether to go on. */
    done: (began: number): boolean => {
      const now = performance.now();
      if (now >= from && now < until) times.push(now - began);
      return now < until;
    },
    rate: (): Rate => ({ perSecond: times.length / seconds, p99: percentile(times, 0.99) }),
  };
};

/** Rejects at the first answer that is not a success. */
export const drive = async ({ url, lanes, ...time }: Load): Promise<Rate> => {
  const { hostname, port } = new URL(url);
  const count = counter(time);
  const sockets: Socket[] = [];
  const run = (next: Next): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      sockets.push(socket);
      socket.setNoDelay(true).setEncoding('latin1');
      let received = '';
      let began = performance.now();
      socket.on('data', (text: string) => {
        received += text;
        try {
          const body = bodyOf(received);
          if (body === undefined) return;
          received = '';
          if (!count.done(began)) {
            resolve();
            return;
          }
          began = performance.now();
          socket.write(next(body), 'latin1');
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('The server closed the connection')));
      socket.once('connect', () => {
        began = performance.now();
        socket.write(next(undefined), 'latin1');
      });
    });
  try {
    await Promise.all(lanes.map(run));
    return count.rate();
  } finally {
    for (const socket of sockets) socket.destroy();
  }
};
