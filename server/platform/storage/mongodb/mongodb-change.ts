/** A Change as one of MongoDB's updates, with what must hold of the document so that nothing is lost in silence. */
import type { Document } from 'mongodb';
import type { JsonValue } from '../../../../engine/json.ts';
import { checkApart } from '../declared.ts';
import { toBson, toPath } from './mongodb-value.ts';
import type { Change } from '../store.ts';

const parentsOf = (path: string): string[] => {
  const segments = path.split('.');
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('.'));
};

const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new TypeError('Only a finite number can be added');
  return value;
};

const given = (value: JsonValue | undefined): JsonValue => {
  if (value === undefined) throw new TypeError('A value to store is undefined');
  return value;
};

const named = (values: Record<string, unknown>): Document =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [toPath(path), value]));

/** True of a document in which the place is absent or of this kind. */
const isAbsentOr = (path: string, type: 'object' | 'number'): Document => ({
  $or: [
    { [path]: { $exists: false } },
    { $and: [{ [path]: { $type: type } }, { [path]: { $not: { $type: 'array' } } }] },
  ],
});

export interface MongoChange {
  update: { $set: Document; $inc: Document; $unset?: Document; $push?: Document };
  /** Holds where the change can be made whole. */
  possible: Document[];
  /** Paths that it touches. */
  touched: string[];
}

/** Throws a TypeError for a change that contradicts itself. */
export const toUpdate = ({ set = {}, unset = [], add = {}, push = {} }: Change, now: string): MongoChange => {
  const touched = [...Object.keys(set), ...Object.keys(add), ...Object.keys(push), ...unset];
  checkApart(touched);
  const parents = new Set([...Object.keys(set), ...Object.keys(add), ...Object.keys(push)].flatMap(parentsOf));
  const values = Object.fromEntries(Object.entries(set).map(([path, value]) => [path, toBson(given(value))]));
  const numbers = Object.fromEntries(Object.entries(add).map(([path, value]) => [path, finite(value)]));
  const items = Object.fromEntries(Object.entries(push).map(([path, value]) => [path, toBson(given(value))]));
  const update: MongoChange['update'] = {
    $set: { ...named(values), updatedAt: now },
    $inc: { ...named(numbers), revision: 1 },
    ...(unset.length === 0 ? {} : { $unset: Object.fromEntries(unset.map((path) => [toPath(path), ''])) }),
    ...(Object.keys(items).length === 0 ? {} : { $push: named(items) }),
  };
  return {
    update,
    possible: [
      ...[...parents].map((path) => isAbsentOr(toPath(path), 'object')),
      ...Object.keys(add).map((path) => isAbsentOr(toPath(path), 'number')),
      ...Object.keys(push).map((path) => ({
        $or: [{ [toPath(path)]: { $exists: false } }, { [toPath(path)]: { $type: 'array' } }],
      })),
    ],
    touched,
  };
};
