/** Whole lists of the store, read page by page. */
import type { Query, Stored, StoreOf } from './store.ts';

type Wanted = Pick<Query, 'filter' | 'sort'> & {
  /** Documents in memory at once, 1–500: few where each may be large. */
  atOnce?: number;
};

/** Every document that the filter names, in the order asked for; what is added meanwhile may or may not be among them. */
export async function* every<Records extends Record<keyof Records, Stored>, Name extends keyof Records & string>(
  store: StoreOf<Records>,
  collection: Name,
  { filter, sort, atOnce = 500 }: Wanted,
): AsyncGenerator<Records[Name]> {
  let after: string | undefined;
  do {
    const page = await store.find(collection, {
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
export const listOf = async <Records extends Record<keyof Records, Stored>, Name extends keyof Records & string>(
  store: StoreOf<Records>,
  collection: Name,
  wanted: Wanted,
): Promise<Records[Name][]> => {
  const found: Records[Name][] = [];
  for await (const document of every(store, collection, wanted)) found.push(document);
  return found;
};
