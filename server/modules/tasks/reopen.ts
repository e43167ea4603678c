/** What was submitted goes back into somebody's hands: a new draft with the same answers and copies of its documents; the submission stays. */
import { isObject, valueAt, withValueAt } from '../../../engine/json.ts';
import type { JsonObject, Pointer } from '../../../engine/json.ts';
import { today } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import { withLocked, type SubmissionDocument } from '../drafts/index.ts';
import { newId } from '../../core/ids.ts';
import { fileIdsAt } from '../submissions/index.ts';
import type { TaskContent, TaskDocument } from './document.ts';
import type { TaskParts } from './parts.ts';

/** A document of its own with the same bytes, for what is taken off the new draft must stay in the submission. */
const copyFile = async (
  { store, blobs, attachments }: TaskParts,
  from: string,
  file: string,
  to: string,
): Promise<string> => {
  const { document, stream } = await attachments.open(from, file, 'submission', undefined);
  const received = await blobs.receive(stream, { maxBytes: document.bytes });
  const { owner, name, bytes, mediaType, sha256, state, was } = document;
  const copy = await store.insert('attachments', {
    _id: newId(),
    owner,
    draft: to,
    name,
    bytes,
    mediaType,
    sha256,
    blob: await received.keep(),
    state: state === 'removed' ? (was ?? 'unscanned') : state,
  });
  return copy._id;
};

const withCopies = async (
  parts: TaskParts,
  submission: SubmissionDocument,
  at: Pointer | undefined,
  to: string,
): Promise<JsonObject> => {
  let { answers } = submission;
  for (const { id, row } of at === undefined ? [] : fileIdsAt(answers, at)) {
    const copy = await copyFile(parts, submission._id, id, to);
    const changed = withValueAt(answers, `${at}/${row}/file/id`, copy);
    if (isObject(changed)) answers = changed;
  }
  return answers;
};

/** Of what an older release submitted: what was locked and not hidden. */
const lockedAt = (answers: JsonObject, places: readonly Pointer[]) =>
  places.flatMap((to) => {
    const value = valueAt(answers, to);
    return value === undefined ? [] : [{ to, value }];
  });

/**
 * What of a task changes when it is reopened: of a submitted one, its draft. Throws gone when what was written is no longer kept.
 */
export const reopened = async (parts: TaskParts, held: TaskDocument): Promise<Partial<TaskContent>> => {
  const { store, catalogue, clock, config } = parts;
  if (held.retain?.going === true) throw problem('gone');
  if (held.task.state !== 'submitted') {
    const draft = await store.get('drafts', held.draft);
    if (draft?.status === 'open') return {};
    throw problem('gone', { detail: 'What was written in it has been deleted. Send the form again.' });
  }
  const submission = await store.get('submissions', held.submission ?? '');
  if (submission === undefined)
    throw problem('gone', { detail: 'What was submitted is no longer kept. Send the form again.' });
  const formVersion = await catalogue.formVersion(submission.form.hash);
  if (formVersion === undefined) throw problem('gone');
  const { attachments, retention } = formVersion.definition.manifest;
  const id = newId();
  const given = await withCopies(parts, submission, attachments?.at, id);
  const now = clock.now().toISOString();
  const locked = submission.locked ?? lockedAt(given, held.locked);
  await store.insert('drafts', {
    _id: id,
    owner: '',
    status: 'open',
    form: submission.form,
    effects: [],
    answers: withLocked(given, locked),
    pages: {},
    lastPage: '',
    prefilled: {},
    locked,
    ...(submission.writers === undefined ? {} : { writers: submission.writers }),
    context: { ...submission.context, 'draft.startedOn': today(clock, config.timeZone) },
    draftDays: retention.draftDays,
    startedAt: now,
    savedAt: now,
    expiresAt: submission.visibleUntil,
    task: held._id,
  });
  return { draft: id };
};
