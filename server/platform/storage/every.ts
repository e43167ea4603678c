/** Whole lists, read page by page. */
import type { Page, Query, Stored, StoreOf } from './store.ts';

type Wanted = Pick<Query, 'filter' | 'sort'> & {
  /** Documents in memory at once, 1–500: few where each may be large. */
  atOnce?: number;
};

/** Every page of a list; the next is read when the one before has been worked through. */
export async function* pagesOf<T>(read: (after: string | undefined) => Promise<Page<T>>): AsyncGenerator<T[]> {
  let after: string | undefined;
  do {
    const page = await read(after);
    yield page.items;
    after = page.next;
  } while (after !== undefined);
}

/** Every document that the filter names, in the order asked for; what is added meanwhile may or may not be among them. */
export async function* every<Records extends Record<keyof Records, Stored>, Name extends keyof Records & string>(
  store: StoreOf<Records>,
  collection: Name,
  { filter, sort, atOnce = 500 }: Wanted,
): AsyncGenerator<Records[Name]> {
  const read = (after: string | undefined) =>
    store.find(collection, { filter, sort, limit: atOnce, ...(after === undefined ? {} : { after }) });
  for await (const page of pagesOf(read)) yield* page;
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
