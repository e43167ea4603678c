import { Worker } from 'node:worker_threads';
import type { PrintDocument } from '../../../engine/index.ts';
import { spanOf } from '../tracing/running.ts';

/** The PDF could not be drawn: too many wait, it took too long, or the drawing failed. The caller may try again. */
export class PdfUnavailableError extends Error {
  override name = 'PdfUnavailableError';
}

interface Job {
  document: PrintDocument;
  resolve: (bytes: Buffer) => void;
  reject: (error: PdfUnavailableError) => void;
}

interface Drawer {
  worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

export interface PdfPool {
  /** The bytes of a tagged PDF. Rejects with PdfUnavailableError. */
  render: (document: PrintDocument) => Promise<Buffer>;
  /** Documents that wait, and that are being drawn. */
  state: () => { waiting: number; drawing: number };
  close: () => Promise<void>;
}

/** Threads that draw, each one document at a time. A thread that dies or takes too long is replaced; its job is refused. */
export const createPdfPool = ({ threads = 1, mostWaiting = 100, seconds = 30 } = {}): PdfPool => {
  const waiting: Job[] = [];
  const drawers: Drawer[] = [];
  let closed = false;

  const settle = (drawer: Drawer): Job | undefined => {
    clearTimeout(drawer.timer);
    // A thread that has drawn something keeps the process alive, unless it is told again that it need not.
    drawer.worker.unref();
    const { job } = drawer;
    drawer.job = undefined;
    return job;
  };

  const next = (drawer: Drawer): void => {
    const job = waiting.shift();
    if (job === undefined) return;
    drawer.job = job;
    drawer.timer = setTimeout(() => void drawer.worker.terminate(), seconds * 1000);
    drawer.worker.postMessage({ id: 0, document: job.document });
  };

  const start = (): void => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    worker.unref();
    const drawer: Drawer = { worker, job: undefined, timer: undefined };
    drawers.push(drawer);
    worker.on('message', ({ bytes, error }: { bytes?: Uint8Array; error?: string }) => {
      const job = settle(drawer);
      if (bytes === undefined) job?.reject(new PdfUnavailableError(`The PDF could not be drawn: ${error ?? ''}`));
      else job?.resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      next(drawer);
    });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      settle(drawer)?.reject(new PdfUnavailableError('The PDF took too long or its thread ended.'));
      drawers.splice(drawers.indexOf(drawer), 1);
      if (!closed) {
        start();
        const fresh = drawers.at(-1);
        if (fresh !== undefined) next(fresh);
      }
    });
  };
  for (let count = 0; count < threads; count += 1) start();

  return {
    render: (document) =>
      new Promise((resolve, reject) => {
        if (closed || waiting.length >= mostWaiting) {
          reject(new PdfUnavailableError('Too many PDFs are waiting to be drawn. Try again in a minute.'));
          return;
        }
        waiting.push({ document, resolve, reject });
        const idle = drawers.find((drawer) => drawer.job === undefined);
        if (idle !== undefined) next(idle);
      }),
    state: () => ({
      waiting: waiting.length,
      drawing: drawers.filter(({ job }) => job !== undefined).length,
    }),
    close: async () => {
      closed = true;
      await Promise.all(drawers.map(({ worker }) => worker.terminate()));
    },
  };
};

let shared: PdfPool | undefined;

/** Draws in the process's own pool, which starts with the first document. */
export const renderPdf = (document: PrintDocument): Promise<Buffer> =>
  spanOf('pdf', {}, () => (shared ??= createPdfPool()).render(document));

/** Of the process's own pool, which need not have started. */
export const pdfState = (): { waiting: number; drawing: number } => shared?.state() ?? { waiting: 0, drawing: 0 };

/** Ends the process's own pool. */
export const closePdf = async (): Promise<void> => {
  await shared?.close();
  shared = undefined;
};
