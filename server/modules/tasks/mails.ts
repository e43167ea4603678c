/** Who is told of what happens to a task. One event, one mail to each. */
import { formatDate } from '../../../engine/index.ts';
import type { TaskEvent, TaskState } from '../../../engine/index.ts';
import type { Effect, MailEffect } from '../../platform/effects/effect.ts';
import { mailEffect } from '../../platform/effects/pending.ts';
import { noticeEffect, titleOf } from '../drafts/index.ts';
import type { TaskContent } from './document.ts';
import type { TaskParts } from './parts.ts';

type MailParts = Pick<TaskParts, 'groups' | 'clock'>;

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
const concerned = async ({ groups }: MailParts, task: TaskState): Promise<string[]> => {
  if (task.holder !== null) return [task.holder.id];
  return task.group === null ? [] : (await groups.peopleWithin([task.group.id])).map(({ _id }) => _id);
};

const mail = (
  { clock }: MailParts,
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
  parts: MailParts,
  id: string,
  content: Pick<TaskContent, 'form' | 'task'>,
  event: TaskNotice,
  but = '',
): Promise<Effect[]> =>
  (await concerned(parts, content.task))
    .filter((account) => account !== but)
    .map((account) => mail(parts, id, content, event, { account }));

/** To whoever had it until somebody gave it to another person or tray, in the language in which they filled it in. */
const mailToLoser = async (
  { store, drafts, clock }: Pick<TaskParts, 'store' | 'drafts' | 'clock'>,
  id: string,
  { form, task, draft: draftId }: Pick<TaskContent, 'form' | 'task' | 'draft'>,
  { task: after }: Pick<TaskContent, 'task'>,
  actor: string,
): Promise<Effect[]> => {
  const loser = task.holder?.id;
  if (loser === undefined || loser === actor || loser === after.holder?.id) return [];
  const draft = await store.get('drafts', draftId);
  // A form that is no longer there is told of in English.
  const formVersion = draft === undefined ? undefined : await drafts.formVersionOf(draft).catch(() => undefined);
  const own = await formVersion?.inLanguage(draft?.language);
  const values = { form: titleOf(own) ?? form.title };
  const link = { link: 'See what happened to it', path: `/tasks/${id}` };
  return [noticeEffect('moved', own, values, { account: loser }, link, clock.now())];
};

/** The mails that an event makes necessary. `before` is the task until then, `after` from then on. */
export const mailsOf = async (
  parts: MailParts & Pick<TaskParts, 'store' | 'drafts'>,
  id: string,
  event: TaskEvent,
  actor: string,
  before: Pick<TaskContent, 'form' | 'task' | 'draft'>,
  after: Pick<TaskContent, 'form' | 'task'>,
): Promise<Effect[]> => {
  const team: MailEffect['to'] = { team: after.task.team.id };
  switch (event.kind) {
    case 're-assign':
      return [
        ...(await mailsToHolder(parts, id, after, event.to.kind === 'group' ? 'offered' : 're-assigned', actor)),
        ...(await mailToLoser(parts, id, before, after, actor)),
      ];
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
