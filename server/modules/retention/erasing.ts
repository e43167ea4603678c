/** What hangs on a record and goes with it, in the order in which it goes: what could be found again by accident first, the record itself last. */
import type { Blobs } from '../../platform/storage/blobs.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { writeNotesFirst } from '../../platform/effects/notes.ts';
import type { Store, Stored, CollectionName, Collections } from '../../platform/storage/store.ts';
import type { CaseDocument } from '../cases/index.ts';
import { type AttachmentDocument, type DraftDocument, type SubmissionDocument, allowanceIds } from '../drafts/index.ts';
import { listOf } from '../../platform/storage/every.ts';
import { attachmentsOf, type Held } from './held.ts';
import type { TaskDocument } from '../tasks/index.ts';

export interface ErasedPart {
  collection: CollectionName;
  id: string;
  /** Bytes that go before the record that names them. */
  blob?: string;
}

const byId = { path: '_id', direction: 'asc' } as const;

const attachmentParts = (documents: readonly AttachmentDocument[]): ErasedPart[] =>
  documents.map(({ _id, blob }) => ({ collection: 'attachments', id: _id, blob }));

const listBy = <Name extends CollectionName>(
  store: Store,
  collection: Name,
  path: string,
  id: string,
): Promise<Collections[Name][]> => listOf(store, collection, { filter: { [path]: { eq: id } }, sort: byId });

/** That its owner was told that a draft is about to go. */
const reminderParts = async (store: Store, draft: string): Promise<ErasedPart[]> =>
  (await listBy(store, 'reminders', 'draft', draft)).map(({ _id }) => ({ collection: 'reminders', id: _id }));

/** A draft with its documents, but those that were sent along with a task. */
export const draftParts = async (store: Store, id: string): Promise<ErasedPart[]> => [
  ...attachmentParts((await attachmentsOf(store, id)).filter(({ sent }) => sent !== true)),
  ...(await reminderParts(store, id)),
  { collection: 'drafts', id },
];

/** A submission with its documents, its messages and the emptied draft that it came from. */
export const submissionParts = async (store: Store, id: string): Promise<ErasedPart[]> => [
  ...attachmentParts(await attachmentsOf(store, id)),
  ...(await reminderParts(store, id)),
  { collection: 'threads', id: `submission.${id}` },
  { collection: 'drafts', id },
  { collection: 'submissions', id },
];

export const tasksOfCase = (store: Store, id: string): Promise<TaskDocument[]> => listBy(store, 'tasks', 'case', id);

export const submissionsOfCase = (store: Store, id: string): Promise<SubmissionDocument[]> =>
  listBy(store, 'submissions', 'case', id);

export const submissionsOfTask = async (store: Store, task: TaskDocument): Promise<SubmissionDocument[]> =>
  (await submissionsOfCase(store, task.case)).filter((submission) => submission.task === task._id);

/** What was sent along with a task, unless another task of the case that stays has it too. */
const sentParts = async (store: Store, task: TaskDocument, staying: readonly TaskDocument[]): Promise<ErasedPart[]> => {
  const kept = new Set(staying.flatMap(({ documents }) => documents.map(({ id }) => id)));
  const found: AttachmentDocument[] = [];
  for (const { id } of task.documents) {
    const attachment = kept.has(id) ? undefined : await store.get('attachments', id);
    if (attachment !== undefined) found.push(attachment);
  }
  return attachmentParts(found);
};

const taskWith = async (store: Store, task: TaskDocument, staying: readonly TaskDocument[]): Promise<ErasedPart[]> => {
  const parts: ErasedPart[] = [];
  for (const { _id } of await submissionsOfTask(store, task)) parts.push(...(await submissionParts(store, _id)));
  const schedules = (await listBy(store, 'schedules', 'case', task.case)).filter((each) => each.task === task._id);
  return [
    ...parts,
    ...(await draftParts(store, task.draft)),
    ...(await sentParts(store, task, staying)),
    ...schedules.map(({ _id }): ErasedPart => ({ collection: 'schedules', id: _id })),
    { collection: 'threads', id: `task.${task._id}` },
    { collection: 'tasks', id: task._id },
  ];
};

/** A task with its drafts, messages, documents and all that was submitted for it. */
export const taskParts = async (store: Store, task: TaskDocument): Promise<ErasedPart[]> => {
  const others = (await tasksOfCase(store, task.case)).filter(({ _id }) => _id !== task._id);
  return taskWith(store, task, others);
};

/** A case with its tasks, clocks and everything that was submitted about it. */
export const caseParts = async (store: Store, { _id: id }: Pick<CaseDocument, '_id'>): Promise<ErasedPart[]> => {
  const parts: ErasedPart[] = [];
  for (const task of await tasksOfCase(store, id)) parts.push(...(await taskWith(store, task, [])));
  const gone = new Set(parts.map((part) => part.id));
  for (const { _id } of await submissionsOfCase(store, id))
    if (!gone.has(_id)) parts.push(...(await submissionParts(store, _id)));
  for (const collection of ['schedules', 'clocks'] as const)
    for (const { _id } of await listBy(store, collection, 'case', id))
      if (!gone.has(_id)) parts.push({ collection, id: _id });
  return [...parts, { collection: 'cases', id }];
};

/** An account with what was not submitted. What was stays, and belongs to what it is about. */
export const accountParts = async (store: Store, held: Held): Promise<ErasedPart[]> => {
  const of = (collection: CollectionName, documents: readonly Stored[]): ErasedPart[] =>
    documents.map(({ _id }) => ({ collection, id: _id }));
  const open: ErasedPart[] = [];
  for (const { _id, status } of held.drafts) if (status === 'open') open.push(...(await draftParts(store, _id)));
  const id = held.account._id;
  return [
    ...of('sessions', held.sessions),
    ...of('challenges', held.challenges),
    ...open,
    ...of('people', held.people),
    { collection: 'automaticReplies', id },
    { collection: 'accounts', id },
  ];
};

const beingSubmitted = ({ frozen }: DraftDocument): boolean => frozen !== undefined;

/** What a person must see to before an account can go, in words. */
export const blockers = ({ account, openTasks, groups, teams, drafts }: Held): string[] => [
  ...(account.role === 'applicant' ? [] : [`its role is ${account.role}: take the role away`]),
  ...(openTasks.length === 0 ? [] : [`it holds ${openTasks.length} open tasks: re-assign or retract them`]),
  ...(groups.length === 0 ? [] : ['it is in work groups: take it out of them']),
  ...(teams.length === 0 ? [] : ['it is in teams: take it out of them']),
  ...(drafts.some(beingSubmitted) ? ['a form is being submitted: try again in a minute'] : []),
];

/** How much of it there may be says nothing by itself, so that it is no record that went. */
const allowancesOf = (collection: CollectionName, id: string): string[] => {
  if (collection === 'drafts') return [allowanceIds.ofDraft(id)];
  return collection === 'accounts' ? [allowanceIds.drafts(id), allowanceIds.documents(id)] : [];
};

/** Erases one after the other; what was broken off goes on with what is left when it is done again. */
export const eraseParts = async (
  { store, blobs, audit }: { store: Store; blobs: Pick<Blobs, 'delete'>; audit: Pick<Audit, 'write'> },
  parts: readonly ErasedPart[],
): Promise<void> => {
  for (const { collection, id, blob } of parts) {
    if (blob !== undefined) await blobs.delete(blob);
    for (const allowance of allowancesOf(collection, id)) {
      const named = { _id: { eq: allowance } };
      if ((await store.count('allowances', named)) > 0) await store.delete('allowances', named);
    }
    await writeNotesFirst({ store, audit }, collection, id);
    await store.delete(collection, { _id: { eq: id } });
  }
};
