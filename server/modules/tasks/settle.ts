/** A task that is being submitted: between the check of the answers and the frozen draft nothing else may happen to it. */
import { step } from '../../../engine/index.ts';
import { taskWriter } from './access.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { noteEffect } from '../../platform/effects/pending.ts';
import { problem, type ProblemError } from '../../core/errors.ts';
import { caseFormEffect } from './case/case-forms.ts';
import { nextDocument } from './change.ts';
import type { TaskDocument } from './document.ts';
import type { TaskParts } from './parts.ts';
import { webhookEffect } from '../../platform/effects/webhook-effect.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';

/** Name of the work that lets a task follow what was submitted. */
export const submittedWork = 'task-submitted';

/** Longer than submitting takes; after it, the server that began it has died. */
const submittingMs = 60_000;

const isFresh = ({ submitting }: TaskDocument, now: Date): boolean =>
  submitting !== undefined && now.getTime() - Date.parse(submitting.at) <= submittingMs;

/** Why nothing else can happen to it at this moment. */
export const beingSubmitted = (held: TaskDocument, now: Date): ProblemError | undefined =>
  held.submitting !== undefined && isFresh(held, now)
    ? problem('task-refused', {
        detail: `${held.submitting.by.name} is submitting it at this moment. Try again in a minute.`,
      })
    : undefined;

/** Without `audit` what is to be said in the trail is left to the relay. */
type Stores = Pick<TaskParts, 'store' | 'clock' | 'config'> & { audit?: Audit };

const submitted = async ({ store }: Stores, draft: string) => {
  const submission = await store.get('submissions', draft);
  return submission ?? (await store.get('drafts', draft))?.frozen;
};

/** Lets the task be submitted where its draft is. Doing it again changes nothing. */
export const finishSubmitting = async (parts: Stores, id: string): Promise<void> => {
  const { store, config, audit } = parts;
  await untilWritten('tasks', async () => {
    const held = await store.get('tasks', id);
    if (held === undefined || held.submission === held.draft) return undefined;
    const found = await submitted(parts, held.draft);
    if (found === undefined) return undefined;
    const by = taskWriter(held.task, { accountId: found.owner, name: found.submittedBy });
    // The frozen draft is the truth: what was true of its task then is not asked again.
    const asThen = { ...held.task, lock: null, counterSignature: 'optional' as const };
    const result = step(asThen, { kind: 'submit' }, by, found.submittedAt, config.timeZone);
    if ('refused' in result) throw new Error(`Task ${id} cannot follow what was submitted: ${result.refused.reason}`);
    const { submitting: _over, ...rest } = held;
    const task = { ...result.task, counterSignature: held.task.counterSignature };
    const subject = { kind: 'task', id };
    const noted = noteEffect({ actor: found.owner, action: 'task-submitted', subject }, parts.clock.now());
    const next = nextDocument(rest, { task, submission: held.draft, turn: held.turn + 1 }, noted, [
      webhookEffect('task.submitted', { task: id, case: held.case, submission: held.draft }, parts.clock.now()),
      caseFormEffect(id, 'submitted', parts.clock.now()),
    ]);
    const written = await store.replace('tasks', next);
    if (written === undefined) return overtaken;
    if (audit !== undefined) await writeNotes({ store, audit }, 'tasks', written);
    return written;
  });
};

/**
 * Ends a submitting whose server died: forwards when the draft was frozen, else back, and then that server can freeze it no more. False
 * when there is nothing to end.
 */
export const settleSubmitting = async (parts: Stores, held: TaskDocument): Promise<boolean> => {
  const { store, clock } = parts;
  if (held.submitting === undefined || isFresh(held, clock.now())) return false;
  const draft = await store.get('drafts', held.draft);
  if (draft?.status === 'open') {
    const filter = { _id: { eq: draft._id }, revision: { eq: draft.revision }, status: { eq: 'open' } };
    const passed = { from: draft.revision, to: draft.revision + 1 };
    if ((await store.patch('drafts', filter, { set: { passed } })) === undefined) return true;
  } else await finishSubmitting(parts, held._id);
  await endSubmitting(parts, held._id, held.submitting.at);
  return true;
};

/** Takes back the mark that was set at `at`, unless something was submitted, which the task then follows. */
export const endSubmitting = async (parts: Stores, id: string, at: string): Promise<void> => {
  const { store } = parts;
  await untilWritten('tasks', async () => {
    const held = await store.get('tasks', id);
    if (held?.submitting?.at !== at || (await submitted(parts, held.draft)) !== undefined) return held;
    const { submitting: _over, ...rest } = held;
    return (await store.replace('tasks', nextDocument(rest, {}, 'not noted'))) ?? overtaken;
  });
};
