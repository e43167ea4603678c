/** Who is told of what happens to a task. One event, one mail to each. */
import { formatDate } from '../../../engine/index.ts';
import type { TaskEvent, TaskState } from '../../../engine/index.ts';
import type { Effect, MailEffect } from '../../platform/effects/effect.ts';
import { mailEffect } from '../../platform/effects/pending.ts';
import type { TaskContent } from './document.ts';
import type { TaskParts } from './parts.ts';

type Told = Pick<TaskParts, 'groups' | 'clock'>;

/** What a mail is about, by the names of its template. */
export type TaskNotice =
  | 'assigned'
  | 'offered'
  | 're-assigned'
  | 'taken-over'
  | 'retracted'
  | 'reopened'
  | 'extended'
  | 'returned'
  | 'expired'
  | 'week'
  | 'day'
  | 'overdue';

/** Whoever has it, or everybody in whose tray it lies. */
const concerned = async ({ groups }: Told, task: TaskState): Promise<string[]> => {
  if (task.holder !== null) return [task.holder.id];
  return task.group === null ? [] : (await groups.peopleWithin([task.group.id])).map(({ _id }) => _id);
};

const mail = (
  { clock }: Told,
  id: string,
  { form, task }: Pick<TaskContent, 'form' | 'task'>,
  event: TaskNotice,
  to: MailEffect['to'],
): Effect => {
  const council = 'team' in to;
  const values = {
    event,
    form: form.title,
    team: task.team.name,
    due: task.dueOn === null ? '' : formatDate(task.dueOn),
    path: council ? `/council/tasks/${id}` : `/tasks/${id}`,
  };
  return mailEffect('task', to, values, clock.now());
};

/** Mails to whoever has the task, or to all in whose tray it lies, but not to who did it. */
export const mailsToHolder = async (
  parts: Told,
  id: string,
  content: Pick<TaskContent, 'form' | 'task'>,
  event: TaskNotice,
  but = '',
): Promise<Effect[]> =>
  (await concerned(parts, content.task))
    .filter((account) => account !== but)
    .map((account) => mail(parts, id, content, event, { account }));

/** The mails that an event makes necessary. `before` is the task until then, `after` from then on. */
export const mailsOf = async (
  parts: Told,
  id: string,
  event: TaskEvent,
  actor: string,
  before: Pick<TaskContent, 'form' | 'task'>,
  after: Pick<TaskContent, 'form' | 'task'>,
): Promise<Effect[]> => {
  const team: MailEffect['to'] = { team: after.task.team.id };
  switch (event.kind) {
    case 're-assign':
      return mailsToHolder(parts, id, after, event.to.kind === 'group' ? 'offered' : 're-assigned', actor);
    case 'take-over':
      return before.task.holder?.id === actor ? [] : mailsToHolder(parts, id, before, 'taken-over', actor);
    case 'retract':
      return mailsToHolder(parts, id, before, 'retracted', actor);
    case 'reopen':
      return mailsToHolder(parts, id, after, 'reopened', actor);
    case 'extend':
      return mailsToHolder(parts, id, after, 'extended', actor);
    case 'return':
      return [mail(parts, id, after, 'returned', team)];
    case 'expire':
      return [...(await mailsToHolder(parts, id, before, 'expired', actor)), mail(parts, id, after, 'expired', team)];
    default:
      return [];
  }
};
