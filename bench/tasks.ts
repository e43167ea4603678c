/** Lists of tasks among a hundred thousand, beside the same lists among a thousand: what a person waits for must not grow with the council. */
import { systemClock } from '../server/clock.ts';
import { temporaryStore } from '../tests/support/temporary-store.ts';
import { figure, median, percentile, type Figure } from './measure.ts';
import { stockTasks, taskLists } from './task-stock.ts';

const FEW = 1_000;
const MANY = 100_000;
const TIMES = 200;
/** The machine does other things too: the middle one of several p99 counts. */
const ROUNDS = 5;

/** p99 of each list in milliseconds, with both stocks asked in turn, so that the machine's moods fall on both. */
export const measureTasks = async (): Promise<Figure[]> => {
  const [few, many] = [await temporaryStore(systemClock), await temporaryStore(systemClock)];
  try {
    await stockTasks(few.store, FEW);
    await stockTasks(many.store, MANY);
    const lists = { few: taskLists(few.store, FEW), many: taskLists(many.store, MANY) };
    const figures: Figure[] = [];
    for (const [name, list] of Object.entries(lists.many)) {
      const slowest: { few: number[]; many: number[] } = { few: [], many: [] };
      // The first round warms both up and does not count.
      for (let round = 0; round <= ROUNDS; round += 1) {
        const times: { few: number[]; many: number[] } = { few: [], many: [] };
        for (let turn = 0; turn < TIMES; turn += 1)
          for (const size of ['few', 'many'] as const) {
            const start = performance.now();
            await (size === 'many' ? list : lists.few[name])?.(round * TIMES + turn);
            times[size].push(performance.now() - start);
          }
        if (round === 0) continue;
        slowest.few.push(percentile(times.few, 0.99));
        slowest.many.push(percentile(times.many, 0.99));
      }
      const [small, large] = [median(slowest.few), median(slowest.many)];
      const beside = { name: `p99 of ${FEW}`, value: small };
      const target = 'within 1.5 × of a thousand';
      figures.push(figure(`tasks ${name}: p99 of ${MANY}`, 'ms', large, { beside, target, met: large <= 1.5 * small }));
    }
    return figures;
  } finally {
    await few.remove();
    await many.remove();
  }
};
