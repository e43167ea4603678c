/** What tasks tell the case they are about. */
import type { WorkEffect } from '../../../platform/effects/effect.ts';
import { workEffect } from '../../../platform/effects/pending.ts';
import type { Store } from '../../../platform/storage/store.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { TaskAddress } from '../../../../engine/index.ts';
import type { CaseEvents } from '../../cases/index.ts';

/** Name of the work that notes in a case that one of its forms was sent or came back. */
export const caseFormWork = 'note-form-in-case';

/** To be written with the task when it is sent or submitted. */
export const caseFormEffect = (task: string, is: 'sent' | 'submitted', now: Date): WorkEffect =>
  workEffect(caseFormWork, { task, is }, now);

export interface CaseFormParts {
  store: Store;
  cases: Pick<CaseEvents, 'noteForm'>;
  dayOf: (instant: string) => string;
  /** What a person or a work group is called as the one that was asked: with its organisation. */
  asked: (address: TaskAddress) => Promise<string>;
  /** What was answered in a submission; nothing when it is gone. */
  answersOf: (submission: string) => Promise<JsonObject | undefined>;
}

/** For the relay: notes the events that case.json ties to the task's form, on the day on which it was sent or came back. */
export const noteFormOf = async (parts: CaseFormParts, { values }: WorkEffect): Promise<void> => {
  const { store, cases, dayOf, asked, answersOf } = parts;
  const { task: id, is } = values;
  const found = typeof id === 'string' ? await store.get('tasks', id) : undefined;
  if (found === undefined || (is !== 'sent' && is !== 'submitted')) return;
  const wanted = is === 'sent' ? 'send' : 'submit';
  const entry = found.task.history.findLast(({ event }) => event === wanted);
  if (entry === undefined) return;
  const to = found.task.history.find(({ event }) => event === 'send')?.to;
  const answers = is === 'submitted' && found.submission !== undefined ? await answersOf(found.submission) : undefined;
  await cases.noteForm(found.case, found.form.id, is, dayOf(entry.at), entry.by, {
    task: found._id,
    ...(to === undefined ? {} : { about: await asked(to) }),
    ...(answers === undefined ? {} : { answers }),
  });
};
