/** Server-sent events: what the page is told without asking. */
import { PassThrough, type Readable } from 'node:stream';

export type PreviewEvent = 'changed' | 'answered';

export interface Events {
  /** A stream for one page; it ends when the page goes, or with `end`. */
  listen: () => Readable;
  tell: (event: PreviewEvent) => void;
  end: () => void;
}

export const createEvents = (): Events => {
  const listeners = new Set<PassThrough>();
  return {
    listen: () => {
      const stream = new PassThrough();
      listeners.add(stream);
      stream.on('close', () => listeners.delete(stream));
      // Back at once when the connection breaks.
      stream.write('retry: 1000\n\n');
      return stream;
    },
    tell: (event) => {
      for (const stream of listeners) stream.write(`event: ${event}\ndata:\n\n`);
    },
    end: () => {
      for (const stream of listeners) stream.end();
      listeners.clear();
    },
  };
};
