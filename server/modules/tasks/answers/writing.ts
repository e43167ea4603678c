/** Who writes in a task: asked of every saving, and kept so that nobody who contributed is forgotten. */
import { step, taskStanding } from '../../../../engine/index.ts';
import type { TaskRefusal } from '../../../../engine/index.ts';
import { taskRelationsOf, taskWriter } from '../access.ts';
import type { TaskCaller } from '../access.ts';
import { problem, type ProblemError } from '../../../core/errors.ts';
import { nameOf } from '../../accounts/index.ts';
import { nextDocument } from '../change.ts';
import type { TaskDocument } from '../document.ts';
import type { TaskParts } from '../parts.ts';
import { overtaken, untilWritten } from '../../../platform/storage/until-written.ts';

/** Signs of life are written once in this time; between them a saving costs no write of the task. */
const signEveryMs = 20_000;

/** Notes that somebody writes in the task's draft, so that nobody who contributed is forgotten. Throws why they may not. */
export const noteWriting = async (parts: TaskParts, id: string, accountId: string): Promise<void> => {
  const { store, clock, config, accounts } = parts;
  const account = await accounts.get(accountId);
  if (account === undefined) throw problem('sign-in-needed');
  await untilWritten('tasks', async () => {
    const held = await store.get('tasks', id);
    if (held === undefined) throw problem('not-found');
    const actor = taskWriter(held.task, { accountId, name: nameOf(account) });
    const now = clock.now().toISOString();
    const result = step(held.task, { kind: 'save' }, actor, now, config.timeZone);
    if ('refused' in result)
      throw await whyNot(parts, held, { accountId, name: nameOf(account), role: account.role }, result.refused);
    const last = held.task.contributors.find((each) => each.id === accountId)?.last;
    const fresh = last !== undefined && Date.parse(now) - Date.parse(last) < signEveryMs;
    const same = held.task.state === result.task.state && held.task.signedBy?.on === result.task.signedBy?.on;
    if (fresh && same && held.task.lock?.by.id === accountId) return held;
    const next = nextDocument(held, { task: result.task }, 'not noted');
    return (await store.replace('tasks', next)) ?? overtaken;
  });
};

/** Whoever had it is told who has it now; to everybody else it does not exist. */
const whyNot = async (
  parts: TaskParts,
  held: TaskDocument,
  caller: TaskCaller,
  refused: TaskRefusal,
): Promise<ProblemError> => {
  const { mayRead } = await taskRelationsOf(parts, held.task, caller);
  if (!mayRead && !held.task.contributors.some(({ id }) => id === caller.accountId)) return problem('not-found');
  if (!mayRead)
    return problem('task-refused', {
      detail: 'The council has given this task to somebody else. What you wrote was saved and stays with the form.',
    });
  return problem('task-refused', {
    detail: refused.code === 'not-allowed' ? taskStanding(held.task, parts.config.timeZone) : refused.reason,
    errors: [{ pointer: '', keyword: refused.code, message: refused.reason }],
  });
};
