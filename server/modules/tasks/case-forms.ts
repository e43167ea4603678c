/** What tasks tell the case they are about. */
import type { WorkEffect } from '../../platform/effects/effect.ts';
import { workEffect } from '../../platform/effects/pending.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { CaseEvents } from '../cases/index.ts';
import type { TaskDocument } from './document.ts';

/** Name of the work that notes in a case that one of its forms was sent or came back. */
export const caseFormWork = 'note-form-in-case';

/** To be written with the task when it is sent or submitted. */
export const caseFormEffect = (task: string, is: 'sent' | 'submitted', now: Date): WorkEffect =>
  workEffect(caseFormWork, { task, is }, now);

/** For the relay: notes the events that case.json ties to the task's form, on the day on which it was sent or came back. */
export const noteFormOf = async (
  store: Store,
  { noteForm }: Pick<CaseEvents, 'noteForm'>,
  dayOf: (instant: string) => string,
  { values }: WorkEffect,
): Promise<void> => {
  const { task: id, is } = values;
  const found = typeof id === 'string' ? await store.get<TaskDocument>('tasks', id) : undefined;
  if (found === undefined || (is !== 'sent' && is !== 'submitted')) return;
  const wanted = is === 'sent' ? 'send' : 'submit';
  const entry = found.task.history.findLast(({ event }) => event === wanted);
  if (entry !== undefined) await noteForm(found.case, found.form.id, is, dayOf(entry.at), entry.by);
};
