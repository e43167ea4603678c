/** How a migration is written: one file each, listed in `index.ts`, never changed once a release has it. */
import type { JsonObject } from '../../../engine/json.ts';
import type { CollectionName } from '../storage/store.ts';

export interface Migration {
  /** 1, 2, 3 …: the order in which they are done. */
  number: number;
  name: string;
  /** In one sentence: what reads the new shape. */
  why: string;
  collection: CollectionName;
  /**
   * The document in its new shape, or undefined when it has it already. It is given the whole document and knows nothing else, so that doing it
   * again changes nothing. `_id` and what the store keeps itself stay.
   */
  change: (document: JsonObject) => JsonObject | undefined;
}

/** The id under which the store knows a migration: `0001`. */
export const idOf = ({ number }: Pick<Migration, 'number'>): string => String(number).padStart(4, '0');
