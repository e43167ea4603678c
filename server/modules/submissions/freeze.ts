/** What a draft would become if it were submitted now: everything that the submission will ever consist of, or what stands in its way. */
import { valueAt } from '../../../engine/json.ts';
import { answersFor, instantAfter, prune, validate } from '../../../engine/index.ts';
import type { AnswerContext, CompiledForm, Problem } from '../../../engine/index.ts';
import type { FormRef } from '../catalogue/index.ts';
import {
  type AttachmentDocument,
  type DraftDocument,
  type Frozen,
  type Judge,
  subjectOf,
  viewerFrom,
  withLocked,
} from '../drafts/index.ts';

import { attached } from './attached.ts';
import { digestOf } from './digest.ts';
import { teamFor } from './routing.ts';

export interface Moment {
  /** ISO time in UTC. */
  now: string;
  /** ISO date in the council's zone. */
  today: string;
}

/** What a submission that answers a task says besides. */
export interface Answering {
  task: string;
  case: string;
  team: string;
  signatories: { label: string; name: string; at: string }[];
}

/** All that a submission is made of, as JSON. */
export interface Freezing {
  draft: Pick<DraftDocument, 'answers' | 'locked' | 'context' | 'language' | 'owner' | 'writers'>;
  ref: FormRef;
  uploaded: readonly AttachmentDocument[];
  moment: Moment;
  reference: string;
  submittedBy: string;
  judge: Judge;
  answering?: Answering;
}

export type Outcome = { frozen: Frozen } | { problems: Problem[] };

/** `form`: in the draft's language. */
export const freeze = (
  form: CompiledForm,
  { draft, ref, uploaded, moment: { now, today }, reference, submittedBy, judge, answering }: Freezing,
): Outcome => {
  const { manifest } = form.definition;
  const values = { ...draft.context, ...judge.holding };
  const context: AnswerContext = { today, values };
  // Judged as given, so that problems point at the rows that the person sees; kept without what is blank or hidden.
  const given = withLocked(draft.answers, draft.locked);
  const also = judge.writers.map((known) => ({ today, values: { ...draft.context, ...known } }));
  const kept = prune(form, given, context, also);
  // Whoever submits is told of what they see, and of nothing else.
  const seen = answersFor(form, given, viewerFrom(judge), context);
  const problems = validate(form, seen.answers, 'all', seen.context).filter(({ level }) => level === 'error');
  const at = manifest.attachments?.at;
  const listed = at !== undefined && valueAt(kept, at) !== undefined;
  for (const { pointer, keyword, message } of listed ? attached(seen.answers, at, uploaded).problems : []) {
    const question = form.questionAt(pointer) ?? form.questionAt(at ?? '');
    problems.push({
      pointer,
      keyword,
      message,
      level: 'error',
      page: question?.pageId ?? '',
      label: question?.label ?? '',
    });
  }
  if (problems.length > 0) return { problems };

  const { answers, used } = listed ? attached(kept, at, uploaded) : { answers: kept, used: [] };
  const subject = subjectOf(manifest.subject, answers);
  return {
    frozen: {
      reference,
      form: ref,
      answers,
      sha256: digestOf(answers),
      context: values,
      ...(draft.language === undefined ? {} : { language: draft.language }),
      today,
      attachments: used.map(({ _id, name, bytes, mediaType, sha256 }) => ({
        id: _id,
        name,
        bytes,
        mediaType,
        sha256,
      })),
      owner: draft.owner,
      submittedBy,
      submittedAt: now,
      visibleUntil: instantAfter(now, manifest.retention.submittedDays),
      team: teamFor(manifest.routing, answers),
      subject: [subject.firstName, subject.lastName].filter((part) => part !== '').join(' '),
      ...subject,
      ...answering,
      ...(answering === undefined || draft.writers === undefined ? {} : { writers: draft.writers }),
      ...(answering === undefined ? {} : { locked: draft.locked }),
    },
  };
};
