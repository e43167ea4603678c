/** Reading a task for somebody, and what it is stored as next. */
import { formatDate, instantAfter } from '../../../engine/index.ts';
import type { TaskRefusal } from '../../../engine/index.ts';
import { taskRelationsOf } from './access.ts';
import type { TaskCaller, TaskRelations } from './access.ts';
import type { Effect } from '../../platform/effects/effect.ts';
import { notesOf, withEffects, type Noted } from '../../platform/effects/pending.ts';
import { dayOf } from '../../core/clock.ts';
import { problem, type ProblemError } from '../../core/errors.ts';
import { closedAt, keysOf } from './document.ts';
import type { TaskContent, TaskDocument } from './document.ts';
import type { TaskParts } from './parts.ts';

const wrongRequest = ['reason-missing', 'date-not-real', 'date-not-later', 'cannot-be-sent-there', 'outside-groups'];

/** A refusal of the engine as the problem that answers it. */
export const refusal = ({ code, reason }: TaskRefusal, turn?: number): ProblemError => {
  if (code === 'no-task') return problem('not-found');
  const extras = { detail: reason, errors: [{ pointer: '', keyword: code, message: reason }] };
  if (code === 'not-allowed') return problem('forbidden', extras);
  if (wrongRequest.includes(code)) return problem('request-invalid', extras);
  return problem('task-refused', turn === undefined ? extras : { ...extras, revision: turn });
};

/** The document as it is to be stored: keys made again, effects added to those that still wait. */
export const nextDocument = (
  held: TaskDocument,
  content: Partial<TaskContent>,
  noted: Noted,
  effects: Effect[] = [],
): TaskDocument => {
  const { effectsDue: _due, ...rest } = held;
  const next = { ...rest, ...content };
  return { ...next, keys: keysOf(next), ...withEffects([...held.effects, ...notesOf(noted), ...effects]) };
};

/** The same, for its answers, their documents and the PDF of them. Throws not-found for whoever may not see these. */
export const readTaskAnswers = async (
  parts: TaskParts,
  caller: TaskCaller,
  id: string,
): Promise<{ document: TaskDocument; relations: TaskRelations }> => {
  const found = await readTask(parts, caller, id);
  if (!found.relations.mayReadAnswers) throw problem('not-found');
  return found;
};

/** Why somebody who had a task sees nothing of it any more: it went elsewhere, and where is not for them to know. Undefined for all others. */
export const movedFrom = async (
  { store, config }: Pick<TaskParts, 'store' | 'config'>,
  { accountId }: TaskCaller,
  id: string,
): Promise<ProblemError | undefined> => {
  const document = await store.get('tasks', id);
  const left = document?.task.history.findLast(({ from }) => from?.id === accountId);
  if (left === undefined) return undefined;
  const day = formatDate(dayOf(left.at, config.timeZone));
  return problem('task-moved', {
    detail: `This form was given to somebody else on ${day}. You do not need to do anything more with it.`,
  });
};

/** A task with how the caller stands to it. Throws not-found for whoever may not see it. */
export const readTask = async (
  parts: TaskParts,
  caller: TaskCaller,
  id: string,
): Promise<{ document: TaskDocument; relations: TaskRelations }> => {
  const document = await parts.store.get('tasks', id);
  if (document === undefined) throw problem('not-found');
  const relations = await taskRelationsOf(parts, document.task, caller);
  if (!relations.mayRead) throw problem('not-found');
  const closed = closedAt(document.task);
  const over = closed !== undefined && instantAfter(closed, document.keptDays) <= parts.clock.now().toISOString();
  if (over && !relations.council) throw problem('gone');
  return { document, relations };
};
