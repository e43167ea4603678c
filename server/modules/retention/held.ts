/** What is held about one account, found by what each collection is looked up by. */
import type { AccountRecord } from '../accounts/index.ts';
import type { AuditRecord } from '../../platform/audit/entry.ts';
import type { AttachmentDocument, DraftDocument, PersonDocument, SubmissionDocument } from '../drafts/index.ts';
import { listOf } from '../../platform/storage/every.ts';
import type { GroupDocument, TeamDocument } from '../groups/index.ts';
import type { TaskDocument } from '../tasks/index.ts';
import type { ThreadDocument } from '../messages/index.ts';
import type { CollectionName, Collections, Store, Stored } from '../../platform/storage/store.ts';

export interface Held {
  account: AccountRecord;
  drafts: DraftDocument[];
  submissions: SubmissionDocument[];
  /** Of those drafts and submissions. */
  attachments: AttachmentDocument[];
  people: PersonDocument[];
  /** In hand now, and closed ones that the account wrote in or had last. */
  openTasks: TaskDocument[];
  closedTasks: TaskDocument[];
  threads: ThreadDocument[];
  groups: GroupDocument[];
  teams: TeamDocument[];
  sessions: Stored[];
  challenges: Stored[];
  audit: AuditRecord[];
}

export const attachmentsOf = (store: Store, draft: string): Promise<AttachmentDocument[]> =>
  listOf(store, 'attachments', {
    filter: { draft: { eq: draft } },
    sort: { path: '_id', direction: 'asc' },
  });

const unique = <T extends Stored>(documents: readonly T[]): T[] => [
  ...new Map(documents.map((document) => [document._id, document])).values(),
];

/** Everything about `account`. What the council wrote about a child in a case belongs to the case. */
export const heldAbout = async (store: Store, account: AccountRecord): Promise<Held> => {
  const mine = { eq: account._id };
  const by = <Name extends CollectionName>(collection: Name, path: string): Promise<Collections[Name][]> =>
    listOf(store, collection, { filter: { [path]: mine }, sort: { path: '_id', direction: 'asc' } });
  const drafts = await by('drafts', 'owner');
  const submissions = await by('submissions', 'owner');
  const ids = [...new Set([...drafts, ...submissions].map(({ _id }) => _id))];
  const attachments: AttachmentDocument[] = [];
  for (const id of ids) attachments.push(...(await attachmentsOf(store, id)));
  const [members, managers] = await Promise.all([by('groups', 'members'), by('groups', 'managers')]);
  const teams = await listOf(store, 'teams', { filter: {}, sort: { path: '_id', direction: 'asc' } });
  return {
    account,
    drafts,
    submissions,
    attachments,
    people: await by('people', 'owner'),
    openTasks: await by('tasks', 'keys.holder'),
    closedTasks: await by('tasks', 'keys.closedFor'),
    threads: await by('threads', 'writers'),
    groups: unique([...members, ...managers]),
    teams: teams.filter(({ officers }) => officers.includes(account._id)),
    sessions: await by('sessions', 'account'),
    challenges: await by('challenges', 'account'),
    audit: await listOf(store, 'audit', {
      filter: { actor: mine },
      sort: { path: 'at', direction: 'asc' },
    }),
  };
};
