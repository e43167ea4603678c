/** A thread that answers every call with the text it was given, and dies at the text `die`. */
import { parentPort } from 'node:worker_threads';
import type { Call } from '../../../server/platform/storage/sqlite/sqlite-call.ts';

parentPort?.on('message', (calls: Call[] | 'close') => {
  if (calls === 'close') return parentPort?.close();
  if (calls.some(({ sql }) => sql === 'die')) throw new Error('broken');
  parentPort?.postMessage(calls.map(({ id, sql }) => ({ id, rows: [[sql]] })));
});
