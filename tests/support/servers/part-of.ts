/** Documents that have only what a test looks at. */
import { isObject, parseJson } from '../../../engine/json.ts';
import { documentsOf, type CollectionName, type Store } from '../../../server/platform/storage/store.ts';

/** Inserts a document of which no more is there than this, whatever its record has beside it. */
export const insertPart = async (
  store: Store,
  collection: CollectionName,
  part: { _id: string } & Record<string, unknown>,
): Promise<void> => {
  const json = parseJson(JSON.stringify(part));
  await documentsOf(store).insert(collection, { ...(isObject(json) ? json : {}), _id: part._id });
};
