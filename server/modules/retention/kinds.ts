/** The kinds of records that the schedule ends one by one, in the order in which they are looked at: what holds others first. */
import type { CollectionName, Collections, Filter, Store } from '../../platform/storage/store.ts';
import type { SubmissionDocument } from '../drafts/index.ts';
import { accountParts, caseParts, blockers, submissionParts, taskParts, type ErasedPart } from './erasing.ts';
import { every } from '../../platform/storage/every.ts';
import { heldAbout } from './held.ts';
import { isCaseHeld, isSubmissionHeld } from './hold.ts';
import { judgeAccount, judgeCase, judgeSubmission, judgeTask, type JudgeParts, type Verdict } from './judge.ts';
import type { TaskDocument } from '../tasks/index.ts';

/** A record that was found, and what can be asked about it. */
export interface Found {
  id: string;
  revision: number;
  /** Whether somebody asked for it to be kept. */
  held: () => Promise<boolean>;
  judge: () => Promise<Verdict>;
  /** The record and all that goes with it; undefined when it cannot go yet, or only with another record. */
  parts: () => Promise<ErasedPart[] | undefined>;
}

export interface Kind {
  kind: 'case' | 'task' | 'submission' | 'account';
  collection: CollectionName;
  /** In the order of `path`. */
  find: (parts: JudgeParts, filter: Filter, path: string) => AsyncGenerator<Found>;
}

interface Ways<T> {
  held: (store: Store, document: T) => Promise<boolean>;
  judge: (parts: JudgeParts, document: T) => Promise<Verdict>;
  parts: (store: Store, document: T) => Promise<ErasedPart[] | undefined>;
}

const kindOf = <Name extends CollectionName>(
  kind: Kind['kind'],
  collection: Name,
  { held, judge, parts: partsOf }: Ways<Collections[Name]>,
): Kind => ({
  kind,
  collection,
  find: async function* (parts, filter, path) {
    for await (const document of every(parts.store, collection, { filter, sort: { path, direction: 'asc' } }))
      yield {
        id: document._id,
        revision: document.revision,
        held: () => held(parts.store, document),
        judge: () => judge(parts, document),
        parts: () => partsOf(parts.store, document),
      };
  },
});

const taskOf = async (store: Store, { task }: SubmissionDocument): Promise<TaskDocument | undefined> =>
  task === undefined ? undefined : store.get('tasks', task);

export const kinds: readonly Kind[] = [
  kindOf('case', 'cases', { held: (store, { _id }) => isCaseHeld(store, _id), judge: judgeCase, parts: caseParts }),
  kindOf('task', 'tasks', { held: (store, task) => isCaseHeld(store, task.case), judge: judgeTask, parts: taskParts }),
  kindOf('submission', 'submissions', {
    held: isSubmissionHeld,
    // What answers a task goes with it, and is looked at again on its day.
    judge: async (parts, submission) => {
      const task = await taskOf(parts.store, submission);
      return task === undefined ? judgeSubmission(parts, submission) : judgeTask(parts, task);
    },
    parts: async (store, submission) =>
      (await taskOf(store, submission)) === undefined ? submissionParts(store, submission._id) : undefined,
  }),
  kindOf('account', 'accounts', {
    held: () => Promise.resolve(false),
    judge: (parts, account) => Promise.resolve(judgeAccount(parts, account)),
    parts: async (store, account) => {
      const held = await heldAbout(store, account);
      return blockers(held).length > 0 ? undefined : accountParts(store, held);
    },
  }),
];
