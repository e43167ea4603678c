/** Submitting, exactly once, however often it is asked for and whenever the server dies. */
import type { JsonValue } from '../../../engine/json.ts';
import type { Problem } from '../../../engine/index.ts';
import { own } from '../../platform/http/authorization.ts';
import { today } from '../../core/clock.ts';
import type { Clock } from '../../core/clock.ts';
import type { Effect } from '../../platform/effects/effect.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { effectsChange, noteEffect, workEffect } from '../../platform/effects/pending.ts';
import { problem, type ProblemExtras } from '../../core/errors.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { Caller } from '../../platform/http/route.ts';
import {
  type Attachments,
  type DraftDocument,
  type Drafts,
  type Frozen,
  type SubmissionDocument,
  refuseExpired,
} from '../drafts/index.ts';
import type { Answering } from './freeze.ts';
import type { Judging } from './judging.ts';
import { newReference, recordSubmission } from './record.ts';
import type { RecordParts } from './record.ts';

export interface SubmitParts extends RecordParts {
  clock: Clock;
  audit: Audit;
  timeZone: string;
  drafts: Drafts;
  attachments: Attachments;
  judging: Judging;
}

/** Of a draft that answers a task: what the submission says besides, and what must happen besides. */
export interface ForTask {
  answering: Answering;
  effects: Effect[];
}

/** Name of the work that turns a frozen draft into a submission. */
export const recordWork = 'record-submission';

/**
 * Submits the draft as the person saw it. `fresh` is false when it had been submitted before.
 * Throws not-found, gone, conflict (another revision is stored) or answers-invalid with a problem at each place.
 */
export const submitDraft = async (
  parts: SubmitParts,
  caller: Caller,
  id: string,
  revision: number,
  forTask?: ForTask,
): Promise<{ submission: SubmissionDocument; fresh: boolean }> => {
  const draft = await ownDraft(parts, caller, id);
  if (draft.task !== forTask?.answering.task)
    throw problem('task-refused', { detail: 'This form belongs to a task. Open the task and submit it there.' });
  if (draft.status === 'submitted') return { submission: await recordSubmission(parts, draft), fresh: false };
  refuseExpired(draft, parts.clock);
  if (draft.revision !== revision) throw problem('conflict', { revision: draft.revision });

  const frozenDraft = await freezeDraft(parts, caller, draft, forTask);
  if (frozenDraft !== undefined) {
    const submission = await recordSubmission(parts, frozenDraft);
    await writeNotes(parts, 'drafts', frozenDraft);
    return { submission, fresh: true };
  }

  const other = await ownDraft(parts, caller, id);
  if (other.status === 'submitted') return { submission: await recordSubmission(parts, other), fresh: false };
  throw problem('conflict', { revision: other.revision });
};

const ownDraft = async ({ store }: SubmitParts, { accountId }: Caller, id: string): Promise<DraftDocument> =>
  own(await store.get('drafts', id), accountId);

/**
 * The first half: one compare-and-set that closes the draft and holds all that the submission will be, with the work that makes
 * it. Undefined when somebody else changed the draft first.
 */
export const freezeDraft = async (
  parts: Omit<SubmitParts, 'audit'>,
  caller: Caller,
  draft: DraftDocument,
  forTask?: ForTask,
): Promise<DraftDocument | undefined> => {
  const { store, clock, timeZone, catalogue, drafts, attachments, judging } = parts;
  const formVersion = await drafts.formVersionOf(draft);
  const moment = { now: clock.now().toISOString(), today: today(clock, timeZone) };
  const uploaded = await attachments.of(draft._id);
  const { answers, locked, context, language, owner, writers } = draft;
  const outcome = await judging.freeze(caller.accountId, formVersion, language, {
    draft: {
      answers,
      locked,
      context,
      owner,
      ...(language === undefined ? {} : { language }),
      ...(writers === undefined ? {} : { writers }),
    },
    ref: formVersion.ref,
    uploaded,
    moment,
    reference: await newReference(store),
    submittedBy: caller.name,
    judge: await drafts.judge(draft, caller.accountId),
    ...(forTask === undefined ? {} : { answering: forTask.answering }),
  });
  if ('problems' in outcome) throw problem('answers-invalid', listed(outcome.problems));
  await catalogue.keep(formVersion);

  const submitted = {
    actor: caller.accountId,
    action: 'submitted',
    subject: { kind: 'submission', id: draft._id },
  } as const;
  const effects = [
    noteEffect(submitted, clock.now()),
    workEffect(recordWork, { draft: draft._id }, clock.now()),
    ...(forTask?.effects ?? []),
  ];
  return store.update(
    'drafts',
    {
      _id: { eq: draft._id },
      owner: { eq: caller.accountId },
      revision: { eq: draft.revision },
      status: { eq: 'open' },
    },
    effectsChange(effects, { set: { status: 'submitted', frozen: frozenAsJson(outcome.frozen) } }),
  );
};

const frozenAsJson = ({ locked, ...frozen }: Frozen): JsonValue => ({
  ...frozen,
  form: { ...frozen.form },
  attachments: frozen.attachments.map((file) => ({ ...file })),
  ...(locked === undefined ? {} : { locked: locked.map((each) => ({ ...each })) }),
  ...(frozen.signatories === undefined ? {} : { signatories: frozen.signatories.map((each) => ({ ...each })) }),
});

/** More than a person can read at once. */
const mostListed = 100;

/** The first of them, and in words how many there are. */
const listed = (problems: readonly Problem[]): ProblemExtras => {
  const all = problems.reduce((sum, { more = 1 }) => sum + more, 0);
  const errors = problems.filter(({ more }) => more === undefined).slice(0, mostListed);
  if (all <= errors.length) return { errors: errors.map(asError) };
  const detail = `${all} answers are missing or not right. The first ${errors.length} are named in the list. Correct them, then submit again. Nothing that you wrote is lost.`;
  return { detail, errors: errors.map(asError) };
};

const asError = ({ pointer, message, page, label, keyword }: Problem) => ({
  pointer: pointer.slice(0, 400),
  message,
  page,
  label,
  keyword,
});
