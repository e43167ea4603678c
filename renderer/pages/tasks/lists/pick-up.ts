import type { Task, TaskSummary } from '../../../../wire/task.ts';
import { call, ProblemError } from '../../../api/client.ts';
import { raise } from '../../../api/tasks.ts';

export type PickedUp =
  | { is: 'yours'; task: Task }
  /** Somebody else has it; `why` says who, since when. */
  | { is: 'taken'; why: string }
  /** It may be tried again. */
  | { is: 'failed'; why: string };

/** Takes a task out of the tray. What changed about it meanwhile does not matter, as long as nobody has it. */
export const pickUp = async (task: Pick<TaskSummary, 'id' | 'revision'>): Promise<PickedUp> => {
  try {
    return { is: 'yours', task: await raise(task, 'pick-up') };
  } catch (error) {
    // It may be one's own anyway: the reply was lost on the way.
    const now = await call('GET', `/api/tasks/${task.id}`).catch(() => undefined);
    if (now?.draft !== undefined) return { is: 'yours', task: now };
    const taken = error instanceof ProblemError && error.body.code === 'task-refused';
    return { is: taken ? 'taken' : 'failed', why: error instanceof Error ? error.message : '' };
  }
};
