/** Whole lists of the store, read page by page. */
import type { Query, Store, Stored } from './store.ts';

type Wanted = Pick<Query, 'filter' | 'sort'> & {
  /** Documents in memory at once, 1–500: few where each may be large. */
  atOnce?: number;
};

/** Every document that the filter names, in the order asked for; what is added meanwhile may or may not be among them. */
export async function* every<T extends Stored>(
  store: Store,
  collection: string,
  { filter, sort, atOnce = 500 }: Wanted,
): AsyncGenerator<T> {
  let after: string | undefined;
  do {
    const page = await store.find<T>(collection, {
      filter,
      sort,
      limit: atOnce,
      ...(after === undefined ? {} : { after }),
    });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** The same as a list, for what is never very much. */
export const listOf = async <T extends Stored>(store: Store, collection: string, wanted: Wanted): Promise<T[]> => {
  const found: T[] = [];
  for await (const document of every<T>(store, collection, wanted)) found.push(document);
  return found;
};
