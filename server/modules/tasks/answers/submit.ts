/** Submit Contribution: exactly once, with everybody who wrote and signed named in what is submitted. */
import { step } from '../../../../engine/index.ts';
import type { TaskState } from '../../../../engine/index.ts';
import { workEffect } from '../../../platform/effects/pending.ts';
import type { Caller } from '../../../platform/http/route.ts';
import type { SubmissionDocument } from '../../drafts/index.ts';
import type { Answering } from '../../submissions/index.ts';
import { nextDocument, readTask, refusal } from '../change.ts';
import type { TaskDocument } from '../document.ts';
import { followTask } from './draft.ts';
import type { TaskParts } from '../parts.ts';
import { beingSubmitted, endSubmitting, finishSubmitting, settleSubmitting, submittedWork } from '../settle.ts';
import { overtaken, untilWritten } from '../../../platform/storage/until-written.ts';

/** Who wrote and who signed, as print shows it. Whoever wrote it all and submits it stands there once. */
export const signatoriesOf = (task: TaskState, submitter = ''): Answering['signatories'] => {
  const alone = task.contributors.every(({ id }) => id === submitter);
  const { signedBy } = task;
  return [
    ...(alone ? [] : task.contributors.map(({ name, last }) => ({ label: 'Filled in by', name, at: last }))),
    ...(signedBy === null
      ? []
      : [{ label: 'Counter-signed by', name: `${signedBy.name}, ${signedBy.role}`, at: signedBy.on }]),
  ];
};

interface Submitted {
  submission: SubmissionDocument;
  fresh: boolean;
}

/** What the caller submitted before, should this be a repeat. */
const before = async ({ store }: TaskParts, held: TaskDocument, caller: Caller): Promise<Submitted | undefined> => {
  if (held.task.state !== 'submitted' || held.submission === undefined) return undefined;
  const submission = await store.get('submissions', held.submission);
  return submission?.owner === caller.accountId ? { submission, fresh: false } : undefined;
};

/** Keeps everybody else off while the answers are judged and frozen. Gives the time of its mark, or undefined to begin again. */
const reserve = async (parts: TaskParts, held: TaskDocument, caller: Caller): Promise<string | undefined> => {
  const { store, clock } = parts;
  const at = clock.now().toISOString();
  const submitting = { by: { id: caller.accountId, name: caller.name }, at };
  return (await store.replace('tasks', nextDocument(held, { submitting }, 'not noted'))) === undefined ? undefined : at;
};

/**
 * Submits the task's draft as its holder saw it. Throws not-found, gone, task-refused, conflict (another revision of the draft) or
 * answers-invalid with a problem at each place.
 */
export const submitTask = async (
  parts: TaskParts,
  caller: Caller,
  id: string,
  revision: number,
): Promise<Submitted> => {
  const { clock, config, submissions } = parts;
  return untilWritten('tasks', async () => {
    const { document: held, relations } = await readTask(parts, caller, id);
    const repeated = await before(parts, held, caller);
    if (repeated !== undefined) return repeated;
    if (await settleSubmitting(parts, held)) return overtaken;
    const now = clock.now();
    const result = step(held.task, { kind: 'submit' }, relations.actor, now.toISOString(), config.timeZone);
    if ('refused' in result) throw refusal(result.refused, held.turn);
    const mine = held.submitting?.by.id === caller.accountId;
    const other = beingSubmitted(held, now);
    if (other !== undefined && !mine) throw other;
    const reserved = mine ? undefined : await reserve(parts, held, caller);
    if (!mine && reserved === undefined) return overtaken;
    try {
      await followTask(parts, id);
      const answering = {
        task: id,
        case: held.case,
        team: held.task.team.id,
        signatories: signatoriesOf(held.task, caller.accountId),
      };
      const effects = [workEffect(submittedWork, { task: id }, now)];
      const submitted = await submissions.submit(caller, held.draft, revision, { answering, effects });
      await finishSubmitting(parts, id);
      return submitted;
    } catch (error) {
      if (reserved !== undefined) await endSubmitting(parts, id, reserved);
      throw error;
    }
  });
};
