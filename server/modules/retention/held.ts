/** What is held about one account, found by what each collection is looked up by. */
import type { AccountRecord } from '../accounts/index.ts';
import type { AuditRecord } from '../../platform/audit/entry.ts';
import type { AttachmentDocument, DraftDocument, PersonDocument, SubmissionDocument } from '../drafts/index.ts';
import { every, listOf } from '../../platform/storage/every.ts';
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

/** Steps and links under way for an account or its address: few, for none lasts longer than hours. */
const challengesOf = async (store: Store, { _id, email }: AccountRecord): Promise<Stored[]> => {
  const own = [_id, email];
  const isOwn = (given: object | undefined): boolean =>
    given !== undefined && Object.values(given).some((value) => typeof value === 'string' && own.includes(value));
  const found: Stored[] = [];
  for await (const step of every(store, 'challenges', { filter: {}, sort: { path: '_id', direction: 'asc' } })) {
    const { to, values, effects = [] } = { to: undefined, values: undefined, effects: undefined, ...step };
    const mails = effects.flatMap((effect) => (effect.kind === 'mail' ? [effect.to] : []));
    if (isOwn({ account: 'account' in step ? step.account : undefined }) || [to, values, ...mails].some(isOwn))
      found.push(step);
  }
  return found;
};

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
    challenges: await challengesOf(store, account),
    audit: await listOf(store, 'audit', {
      filter: { actor: mine },
      sort: { path: 'at', direction: 'asc' },
    }),
  };
};
