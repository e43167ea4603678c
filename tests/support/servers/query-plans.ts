/** Whether every query of a database is served by an index: its profiler keeps those that read a whole collection or sort in memory. */
import { MongoClient, type Document } from 'mongodb';
import { fieldsOf } from '../read.ts';

export interface QueryPlans {
  /** Every query so far that no index served, in a line each. */
  unserved: () => Promise<string[]>;
  stop: () => Promise<void>;
}

/** What goes through everything by its nature. */
const whole = ['documents.files', 'documents.chunks'];

/** From now on, on the database at this address; whoever asks may need the right to profile it. */
export const watchPlans = async (url: string): Promise<QueryPlans> => {
  const client = await MongoClient.connect(url);
  const database = client.db();
  const filter = { $or: [{ planSummary: { $regex: 'COLLSCAN' } }, { hasSortStage: true }] };
  await database.command({ profile: 1, sampleRate: 1, filter });
  return {
    unserved: async () => {
      const kept: Document[] = await database.collection('system.profile').find({}).toArray();
      return kept
        .filter(({ ns }) => !whole.some((name) => String(ns).endsWith(`.${name}`)) && !/\.system\./.test(String(ns)))
        .map(({ ns, op, planSummary, hasSortStage, command }) => {
          const { filter: asked, sort, pipeline, q, query } = fieldsOf(command);
          const words = JSON.stringify({ filter: asked ?? pipeline ?? q ?? query, sort });
          return `${String(ns)} ${String(op)} ${String(planSummary)}${hasSortStage === true ? ', sorted' : ''}: ${words}`;
        });
    },
    stop: () => client.close(),
  };
};
