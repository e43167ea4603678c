/** Whole lists of the store, read page by page. */
import type { Query, Store, Stored } from './store.ts';

type Wanted = Pick<Query, 'filter' | 'sort'>;

/** Every document that the filter names, in the order asked for; what is added meanwhile may or may not be among them. */
export async function* every<T extends Stored>(
  store: Store,
  collection: string,
  { filter, sort }: Wanted,
): AsyncGenerator<T> {
  let after: string | undefined;
  do {
    const page = await store.find<T>(collection, {
      filter,
      sort,
      limit: 500,
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
