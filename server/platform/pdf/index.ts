/** Draws PDFs in processes of their own: one document of a person at a time, people in turn, short ones past long ones, none longer than it may take. */
import { randomUUID } from 'node:crypto';
import { ProblemError } from '../../core/errors.ts';
import { createWorkers, WorkerError, workersOfMachine, type WorkersOptions } from '../workers/pool.ts';
import { spanOf } from '../tracing/running.ts';
import type { Printable } from './printable.ts';

/** The PDF could not be drawn: too many wait, it took too long, or the drawing failed. The caller may try again. */
export class PdfUnavailableError extends ProblemError {
  override name = 'PdfUnavailableError';
  constructor(message: string) {
    super('pdf-unavailable', { retryAfter: 30 });
    this.message = message;
  }
}

/** What is drawn: the tree, or its JSON as bytes in UTF-8. */
export type Drawable = Printable | Uint8Array;

export interface PdfPool {
  /** The bytes of a tagged PDF, for `person`; for a program, which waits however long it takes, as many as there are processes. Rejects with PdfUnavailableError. */
  render: (document: Drawable, person?: string) => Promise<Buffer>;
  /** Documents that wait, and that are being drawn. */
  state: () => { waiting: number; drawing: number };
  close: () => Promise<void>;
}

export type PdfPoolOptions = Partial<WorkersOptions> & {
  /** For a short document; a long one has so many more for each 100 kB. */
  seconds?: number;
  /** Seconds that a person's document waits for its turn before they are told to try again. */
  timeoutSeconds?: number;
};

const perPiece = 100_000;

const quote = 0x22;
const colon = 0x3a;

const bytesOf = (document: Drawable): Uint8Array =>
  document instanceof Uint8Array ? document : Buffer.from(JSON.stringify(document));

/** Lines, some 150 pages of them, beyond which drawing takes many times as long as for what people usually print. */
const mostLines = 8000;
const perLine = 90;

/** Whether a document may fill so many lines: one for each of its texts, and more for those that are long. */
export const isLong = (document: Drawable): boolean => {
  const json = bytesOf(document);
  let lines = json.length / perLine;
  if (lines > mostLines) return true;
  let before = 0;
  for (const byte of json) {
    if (byte === quote) lines += 0.5;
    // What ended was the name of a member.
    else if (byte === colon && before === quote) lines -= 1;
    before = byte;
  }
  return lines > mostLines;
};

export const createPdfPool = ({ seconds = 30, timeoutSeconds = 30, ...options }: PdfPoolOptions = {}): PdfPool => {
  const workers = createWorkers<Drawable, Uint8Array>({
    file: new URL('./worker.ts', import.meta.url),
    workers: workersOfMachine(),
    megabytes: 1024,
    ...options,
  });
  return {
    render: async (document, person) => {
      const json = bytesOf(document);
      const limit = seconds * (1 + json.length / perPiece);
      const asked = { long: isLong(json), ...(person === undefined ? {} : { timeoutSeconds }) };
      try {
        const bytes = await workers.run(document, person ?? randomUUID(), limit, asked);
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      } catch (error) {
        if (!(error instanceof WorkerError)) throw error;
        throw new PdfUnavailableError(`The PDF could not be drawn (${error.why}). ${error.message}`);
      }
    },
    state: () => {
      const { waiting, running } = workers.state();
      return { waiting, drawing: running };
    },
    close: workers.close,
  };
};

let shared: PdfPool | undefined;
let settings: PdfPoolOptions = {};

/** How the process's own pool is made when its first document comes. */
export const configurePdf = (options: PdfPoolOptions): void => {
  settings = options;
};

/** Draws in the process's own pool, which starts with the first document; `person`: for whom. */
export const renderPdf = (document: Drawable, person?: string): Promise<Buffer> =>
  spanOf('pdf', {}, () => (shared ??= createPdfPool(settings)).render(document, person));

/** Of the process's own pool, which need not have started. */
export const pdfState = (): { waiting: number; drawing: number } => shared?.state() ?? { waiting: 0, drawing: 0 };

/** Ends the process's own pool. */
export const closePdf = async (): Promise<void> => {
  await shared?.close();
  shared = undefined;
};
