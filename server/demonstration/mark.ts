/** The mark that a store belongs to a demonstration: how far its making has come. */
import type { Store, Stored } from '../platform/storage/store.ts';

/** Each thing is counted before it is done, so that nothing is done twice, whatever dies in between. */
export interface DemonstrationDocument extends Stored {
  /** The day from which all days are counted. */
  day: string;
  done: number;
  finished: boolean;
}

declare module '../platform/storage/store.ts' {
  interface Collections {
    demonstration: DemonstrationDocument;
  }
}

export const collection = 'demonstration';
export const id = 'demonstration';

export const readMark = (store: Store): Promise<DemonstrationDocument | undefined> => store.get(collection, id);

/** Whether a demonstration was ever begun in this store. */
export const isMarked = async (store: Store): Promise<boolean> => (await readMark(store)) !== undefined;
