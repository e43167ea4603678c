/** Draws one document at a time in a thread of its own: in comes a PrintDocument, out go the bytes of a PDF. */
import { parentPort } from 'node:worker_threads';
import type { PrintDocument } from '../../../engine/index.ts';
import { draw } from './draw.ts';

parentPort?.on('message', ({ id, document }: { id: number; document: PrintDocument }) => {
  draw(document).then(
    (bytes) => parentPort?.postMessage({ id, bytes }),
    (error: unknown) => parentPort?.postMessage({ id, error: error instanceof Error ? error.message : 'unknown' }),
  );
});
