/**
 * Unique indexes among the documents that have a value on every path. Compatible servers know no partial indexes, so each unique index lies on a
 * field of its own: the values together or, where one is missing, the document's own `_id`.
 */
import type { Document } from 'mongodb';
import { isObject, type JsonObject, type JsonValue } from '../../../../engine/json.ts';
import { memberAt } from '../member.ts';
import type { Change, Collection } from '../store.ts';

/** The field, beside those of the document, that holds what must be unique. */
export const uniqueField = '~unique';

export const uniqueName = (paths: readonly string[]): string => paths.join('+').replaceAll('.', '_');

export const uniqueIndexes = ({ indexes }: Collection): string[][] =>
  indexes.filter(({ unique }) => unique === true).map(({ paths }) => paths);

/** The document as it will be, as far as set and removed places go; texts and numbers that are added to are never unique. */
export const changedCopy = (document: JsonObject, { set = {}, unset = [] }: Change): JsonObject => {
  const put = (
    node: JsonValue | undefined,
    [head = '', ...rest]: string[],
    value: JsonValue | undefined,
  ): JsonObject => {
    const { [head]: there, ...others } = isObject(node) ? node : {};
    if (rest.length > 0) return { ...others, [head]: put(there, rest, value) };
    return value === undefined ? others : { ...others, [head]: value };
  };
  const removed = unset.reduce((copy, path) => put(copy, path.split('.'), undefined), document);
  return Object.entries(set).reduce((copy, [path, value]) => put(copy, path.split('.'), value), removed);
};

/** What stands in `uniqueField` of a document; undefined where its collection has nothing unique. */
export const uniqueValues = (collection: Collection, id: string, document: JsonValue): Document | undefined => {
  const wanted = uniqueIndexes(collection);
  if (wanted.length === 0) return undefined;
  return Object.fromEntries(
    wanted.map((paths) => {
      const values = paths.map((path) => memberAt(document, path.split('.')));
      const whole = values.every((value) => value !== undefined && value !== null);
      return [uniqueName(paths), whole ? `=${JSON.stringify(values)}` : `~${id}`];
    }),
  );
};
