import { isObject, type JsonValue } from '../../../engine/json.ts';

/** A document that has arrived, as it stands in the answers. */
export interface Document {
  id: string;
  name: string;
  bytes: number;
}

const documentOf = (row: JsonValue): Document | undefined => {
  const file = isObject(row) ? row['file'] : undefined;
  if (!isObject(file)) return undefined;
  const { id, name, bytes } = file;
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  return { id, name, bytes: typeof bytes === 'number' ? bytes : 0 };
};

/** The document of each row; rows that hold none give `undefined`, so that an index names the same row in both. */
export const documentsOf = (answer: JsonValue | undefined): (Document | undefined)[] =>
  Array.isArray(answer) ? answer.map(documentOf) : [];

/** The answer without one document; no answer when it was the last. */
export const withoutDocument = (answer: JsonValue | undefined, id: string): JsonValue[] | undefined => {
  const kept = Array.isArray(answer) ? answer.filter((row) => documentOf(row)?.id !== id) : [];
  return kept.length > 0 ? kept : undefined;
};
