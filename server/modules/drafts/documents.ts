/** How drafts, submissions and attachments lie in the store. */
import type { Party } from '../../../engine/index.ts';
import type { JsonObject, JsonValue, Pointer } from '../../../engine/json.ts';
import type { SentFile } from '../../../wire/form.ts';
import type { WithEffects } from '../../platform/effects/effect.ts';
import type { Stored } from '../../platform/storage/store.ts';
import type { LockedAnswer } from './prefill.ts';
import type { Retain } from '../../core/retain.ts';
import type { FormRef } from '../catalogue/index.ts';

/** Accounts that wrote in each answer, by its top-level name; nobody's is what the council or the service filled in. */
export type AnswerWriters = Record<string, string[]>;

/** An answer to an older version, as it was asked and read there. */
export interface UnplacedAnswer {
  /** From whom it is kept. */
  keptFrom?: Party[];
  pointer: Pointer;
  label: string;
  value: JsonValue;
  lines: string[];
  page: string;
}

export type PageState = 'visited' | 'done' | 'problems';

/** A form that somebody is filling in. Its revision is what the browser sends with each change: nothing but a change of the draft raises it. */
export interface DraftDocument extends Stored, WithEffects {
  owner: string;
  status: 'open' | 'submitted';
  form: FormRef;
  answers: JsonObject;
  /** Digest of the last save, by which its repeat is known. */
  lastSave?: string;
  /** Days that it is kept after its last save. */
  draftDays: number;
  pages: Record<string, PageState>;
  lastPage: string;
  /** In which it is filled in; English when absent. */
  language?: string;
  prefilled: Record<Pointer, string>;
  locked: LockedAnswer[];
  /** Known values for facts. */
  context: Record<string, JsonValue>;
  /** The last newer version that took the draft over: what it changed, in words. */
  renewed?: { from: string; to: string; at: string; changes: string[] };
  /** Answers for which the newer version has no place, under names of no meaning, until the person has seen to them. */
  unplaced?: Record<string, UnplacedAnswer>;
  startedAt: string;
  savedAt: string;
  expiresAt: string;
  /** The task whose form this is. Its holder is the owner, or nobody while it lies in a tray; the task decides who may write. */
  task?: string;
  /** Answers offered to a task's holder from their account and the day: renewed for the next one. */
  offered?: Record<Pointer, JsonValue>;
  /** Of a task's draft; absent in what an older release began, until somebody saves. */
  writers?: AnswerWriters;
  /** The service changed a task's draft from one revision to another: who has the first writes on. */
  passed?: { from: number; to: number };
  /** Set in the one change that submits the draft, and taken off again once the submission stands by itself. */
  frozen?: Frozen;
}

/** Everything that a submission consists of, as it was at the moment of submitting. */
export interface Frozen {
  reference: string;
  form: FormRef;
  answers: JsonObject;
  sha256: string;
  context: Record<string, JsonValue>;
  /** In which it was filled in; English when absent. */
  language?: string;
  /** The day on which the answers were judged. */
  today: string;
  attachments: FrozenAttachment[];
  owner: string;
  submittedBy: string;
  submittedAt: string;
  visibleUntil: string;
  team: string;
  subject: string;
  firstName: string;
  lastName: string;
  dateOfBirth?: string;
  /** Of what answers a task: who wrote what. */
  writers?: AnswerWriters;
  /** Of what answers a task: what was locked, also where it was hidden, for when it is reopened. Absent in what an older release wrote. */
  locked?: LockedAnswer[];
  /** The task that it answers, and its case. */
  task?: string;
  case?: string;
  /** Who wrote in it and who signed it, beside the one who submitted it. */
  signatories?: { label: string; name: string; at: string }[];
}

export interface FrozenAttachment {
  id: string;
  name: string;
  bytes: number;
  mediaType: string;
  sha256: string;
}

/** A submission has the id of the draft that it came from, so there can only be one. */
export interface SubmissionDocument extends Stored, WithEffects, Frozen {
  /** Whether the council has still to begin with it. Absent of what answers a task, and in what an older release wrote, until its migration is done. */
  standing?: 'new' | 'handled';
  /** Absent in what an older release wrote, until its migration is done. */
  retain?: Retain;
  /** Every word of the name in search spelling. Absent in what an older release wrote, until its migration is done: that has `subjectKey`. */
  words?: string[];
  /** The newest of `responses`. */
  response?: CouncilResponse;
  responses?: (CouncilResponse & { by: { id: string; name: string } })[];
}

export interface CouncilResponse {
  postedAt: string;
  text: string;
  /** Sent with it; as attachments they belong to the submission. Absent in what was written before there were any. */
  documents?: SentFile[];
}

export type ScanState = 'clean' | 'waiting' | 'unscanned' | 'infected';

/** A release before 0.3.0 wrote no effects. */
export interface AttachmentDocument extends Stored, Partial<WithEffects> {
  owner: string;
  draft: string;
  name: string;
  bytes: number;
  mediaType: string;
  sha256: string;
  /** Id in the blob store. */
  blob: string;
  /** `waiting`: not scanned yet, nobody can open it. `removed`: erased by the next sweep, unless it was submitted in that moment. */
  state: ScanState | 'removed';
  /** What a removed one was before. */
  was?: ScanState;
  /** Sent along with a task or a response, which holds it from then on. */
  sent?: boolean;
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    drafts: DraftDocument;
    submissions: SubmissionDocument;
    attachments: AttachmentDocument;
  }
}
