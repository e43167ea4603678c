/**
 * Two tabs or two devices changed one draft. What only one of them changed is taken as it is; what both changed
 * differently is put to the person, question by question. Nothing is overwritten in silence.
 */
import equal from 'fast-deep-equal';
import type { JsonObject, JsonValue } from '../../../engine/json.ts';
import { changesBetween, keysOf, withChanges, type Changes } from './changes.ts';

/** One question with two answers; `undefined` is “no answer”. */
export interface Conflict {
  key: string;
  mine: JsonValue | undefined;
  theirs: JsonValue | undefined;
}

export interface Merge {
  /** Their answers with those of mine that nobody else touched. A question in conflict stands as theirs. */
  answers: JsonObject;
  conflicts: Conflict[];
}

/**
 * `base` as it stands once `tried`, saves whose replies were lost, are taken for what they are: where the server has what one of them
 * carried, it came from here.
 */
export const baseAfter = (base: JsonObject, theirs: JsonObject, tried: readonly JsonObject[]): JsonObject => {
  const others = changesBetween(base, theirs);
  const disputed = keysOf(others).filter((key) => !tried.some((answers) => equal(answers[key], theirs[key])));
  return withChanges(base, without(others, new Set(disputed)));
};

/** `base`: the answers from which both started, at least for every key that was changed here. */
export const merge = (base: JsonObject, mine: JsonObject, theirs: JsonObject): Merge => {
  const changes = changesBetween(base, mine);
  const conflicts = keysOf(changes)
    .filter((key) => !equal(base[key], theirs[key]) && !equal(mine[key], theirs[key]))
    .map((key) => ({ key, mine: mine[key], theirs: theirs[key] }));
  const disputed = new Set(conflicts.map(({ key }) => key));
  return { answers: withChanges(theirs, without(changes, disputed)), conflicts };
};

const without = ({ set, unset }: Changes, keys: ReadonlySet<string>): Changes => ({
  set: Object.fromEntries(Object.entries(set).filter(([key]) => !keys.has(key))),
  unset: unset.filter((key) => !keys.has(key)),
});

/** The merged answers once the person has chosen: `mine` holds the keys of which their own words are kept. */
export const settle = ({ answers, conflicts }: Merge, mine: ReadonlySet<string>): JsonObject => {
  const kept = conflicts.filter(({ key }) => mine.has(key));
  const set: JsonObject = {};
  const unset: string[] = [];
  for (const conflict of kept) {
    if (conflict.mine === undefined) unset.push(conflict.key);
    else set[conflict.key] = conflict.mine;
  }
  return withChanges(answers, { set, unset });
};
