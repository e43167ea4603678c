/** Judges its share of the packages in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { readFrom } from '../packages.ts';
import { isShare, judge } from './judge.ts';

if (!isShare(workerData)) throw new Error('worker.ts is told the folder of forms and its packages');
const { formsDir, places } = workerData;
parentPort?.postMessage(places.map((place) => judge(formsDir, readFrom(formsDir, place))));
