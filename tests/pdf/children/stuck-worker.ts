/** Draws like the real one, but never comes to an end with a document called “Endless”, and takes all memory for one called “Greedy”. */
import draw from '../../../server/platform/pdf/worker.ts';
import type { PrintDocument } from '../../../engine/index.ts';

export default async (document: PrintDocument): Promise<unknown> => {
  const held: number[][] = [];
  // As good as a loop without an end, but for the machine.
  if (document.title === 'Endless') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  while (document.title === 'Greedy') held.push(Array.from({ length: 1_000_000 }, (_, index) => index * 1.5));
  return draw(document);
};
