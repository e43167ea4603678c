/** A place in a document, by the names that lead there. */
import { isObject, type JsonValue } from '../../../engine/json.ts';

/** What stands there; undefined where nothing does. */
export const memberAt = (document: unknown, names: readonly string[]): JsonValue | undefined => {
  let node = document;
  let found: JsonValue | undefined;
  for (const name of names) {
    found = isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined;
    node = found;
  }
  return found;
};
