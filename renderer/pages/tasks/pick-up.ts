import type { TaskSummary } from '../../../wire/task.ts';
import { call, ProblemError } from '../../api/client.ts';
import { raise } from '../../api/tasks.ts';
import type { Task } from '../../../wire/task.ts';

export type PickedUp =
  | { is: 'yours'; task: Task }
  /** Somebody else has it; `why` says who, since when. */
  | { is: 'taken'; why: string }
  /** It may be tried again. */
  | { is: 'failed'; why: string };

const isConflict = (error: unknown, code: string): error is ProblemError =>
  error instanceof ProblemError && error.body.code === code;

/** Takes a task out of the tray. What changed about it meanwhile does not matter, as long as nobody has it. */
export const pickUp = async (task: Pick<TaskSummary, 'id' | 'revision'>): Promise<PickedUp> => {
  try {
    return { is: 'yours', task: await raise(task, 'pick-up') };
  } catch (error) {
    if (isConflict(error, 'conflict')) return pickUpNewest(task.id);
    return refused(error);
  }
};

const pickUpNewest = async (id: string): Promise<PickedUp> => {
  try {
    return { is: 'yours', task: await raise(await call<Task>('GET', `/api/tasks/${id}`), 'pick-up') };
  } catch (error) {
    return refused(error);
  }
};

const refused = (error: unknown): PickedUp => {
  const why = error instanceof Error ? error.message : '';
  return { is: isConflict(error, 'task-refused') || isConflict(error, 'conflict') ? 'taken' : 'failed', why };
};
