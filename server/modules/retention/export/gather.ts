/** Finds everything that is held about whom a case is about. */
import { isConfidentialFrom, type Party } from '../../../../engine/index.ts';
import type { AuditRecord } from '../../../platform/audit/entry.ts';
import { listOf } from '../../../platform/storage/every.ts';
import type { Store } from '../../../platform/storage/store.ts';
import { nameOf, type Accounts } from '../../accounts/index.ts';
import {
  confidentialNames,
  namesConfidentialWithAddress,
  type CaseDocument,
  type Cases,
  type CaseSettingsFile,
} from '../../cases/index.ts';
import type { AttachmentDocument, DraftDocument, SubmissionDocument } from '../../drafts/index.ts';
import type { TaskDocument } from '../../tasks/index.ts';
import { submissionsOfCase, tasksOfCase } from '../erasing.ts';
import { attachmentsOf } from '../held.ts';
import { submissionsLike } from '../hold.ts';
import { caseParts } from './case-parts.ts';
import { begunParts, requestParts, submissionParts, type Copies, type Disclosed } from './form-parts.ts';
import { documentParts, messageParts, trailParts, type HeldDocument } from './other-parts.ts';
import { momentIn, type Part } from './part.ts';
import { asksBecause, councilBy, family, namesId, type Names } from './standing.ts';

/** Whoever gives it out: what is kept from them is not in it, whatever they say yes to. */
export interface Giver {
  /** Account, for whom things are drawn. */
  id: string;
  parties: readonly Party[];
  /** The teams whose records they see; `undefined` for all. */
  teams: readonly string[] | undefined;
}

/** From whom things are kept, and by whose names. */
interface DisclosedTo {
  parties: readonly Party[];
  names: Names;
}

/** What a form is without what is kept from somebody, by whoever knows forms. */
export interface Disclosing {
  ofSubmission: (record: SubmissionDocument, to: DisclosedTo) => Promise<Disclosed | undefined>;
  ofDraft: (record: DraftDocument, to: DisclosedTo) => Promise<Disclosed | undefined>;
}

export interface GatherParts {
  store: Store;
  timeZone: string;
  accounts: Pick<Accounts, 'get'>;
  cases: Pick<Cases, 'onWire'>;
  caseSettings: Pick<CaseSettingsFile, 'current'>;
  disclosing: Disclosing;
}

export interface Gathered {
  parts: Part[];
  /** The council keeps the date of birth from the family. */
  birthKept: boolean;
  /** Documents that wait for the virus scanner. */
  waiting: number;
}

const entriesAbout = async (store: Store, ids: readonly string[]): Promise<AuditRecord[]> => {
  const found: AuditRecord[] = [];
  for (const id of ids)
    found.push(
      ...(await listOf(store, 'audit', {
        filter: { 'subject.id': { eq: id } },
        sort: { path: 'at', direction: 'asc' },
      })),
    );
  return found.sort((one, other) => one.at.localeCompare(other.at));
};

interface Records {
  tasks: TaskDocument[];
  linked: SubmissionDocument[];
  alike: SubmissionDocument[];
}

/** Those of the giver's teams. */
const recordsOf = async (store: Store, found: CaseDocument, { teams }: Giver): Promise<Records> => {
  const isSeen = (team: string): boolean => teams?.includes(team) !== false;
  const opened = found.openedFrom === undefined ? undefined : await store.get('submissions', found.openedFrom);
  const linked = [...(opened === undefined ? [] : [opened]), ...(await submissionsOfCase(store, found._id))];
  const ids = new Set(linked.map(({ _id }) => _id));
  const alike: SubmissionDocument[] = [];
  for await (const each of submissionsLike(store, found)) if (!ids.has(each._id)) alike.push(each);
  return {
    tasks: (await tasksOfCase(store, found._id))
      .filter(({ keys }) => isSeen(keys.team))
      .sort((one, other) => one.createdAt.localeCompare(other.createdAt)),
    linked: linked.filter(({ team }) => isSeen(team)),
    alike: alike.filter(({ team }) => isSeen(team)),
  };
};

export const gather = async (parts: GatherParts, found: CaseDocument, giver: Giver): Promise<Gathered> => {
  const { store, timeZone, accounts, cases, caseSettings, disclosing } = parts;
  const description = caseSettings.current();
  const names = (found.addressKept === true ? namesConfidentialWithAddress : confidentialNames)(description);
  const moment = momentIn(timeZone);
  const isOfCouncil = councilBy(accounts);
  const outside = new Set<string>();
  const isCouncil = async (id: string): Promise<boolean> => {
    const own = id === 'system' || (await isOfCouncil(id));
    if (!own) outside.add(id);
    return own;
  };
  /** The names of those who are not of the council, each once. */
  const outsidersAmong = async (people: readonly { id: string; name: string }[]): Promise<string[]> => {
    const found = await Promise.all(people.map(async ({ id, name }) => ((await isOfCouncil(id)) ? [] : [name])));
    return [...new Set(found.flat())];
  };
  const copiesOf = async (disclose: (to: DisclosedTo) => Promise<Disclosed | undefined>): Promise<Copies> => ({
    whole: await disclose({ parties: giver.parties, names }),
    shared: await disclose({ parties: [...giver.parties, ...family], names }),
  });

  const { tasks, linked, alike } = await recordsOf(store, found, giver);
  const onWire = await cases.onWire(found);
  const made: Part[] = await caseParts({ found, onWire, description, names, moment, isCouncil });
  const documents = new Map<string, HeldDocument>();
  /** Kept from whoever gives it out, and kept from the family. */
  const [withheld, kept] = [new Set<string>(), new Set<string>()];
  const add = (file: AttachmentDocument | undefined, from: string, ...more: string[]): void => {
    if (file !== undefined) documents.set(file._id, { file, from, asks: [...more, asksBecause.document].join('. ') });
  };
  /** Of a form that is not known any more nobody knows from whom a document is kept: it stays with those from whom nothing is. */
  const sift = (files: readonly AttachmentDocument[], { whole, shared }: Copies): void => {
    const unknown = giver.parties.length === 0 ? [] : files.map(({ _id }) => _id);
    for (const id of whole?.documents ?? unknown) withheld.add(id);
    for (const id of shared?.documents ?? []) kept.add(id);
  };
  const messagesAt = async (kind: 'task' | 'submission', id: string, title: string, asks?: string): Promise<void> => {
    const thread = await store.get('threads', `${kind}.${id}`);
    if (thread !== undefined) made.push(...messageParts(thread, title, moment, asks));
  };

  for (const [records, isLinked] of [
    [linked, true],
    [alike, false],
  ] as const)
    for (const each of records) {
      const task = each.task === undefined ? undefined : await store.get('tasks', each.task);
      const writers = [{ id: each.owner, name: each.submittedBy }, ...(task?.task.contributors ?? [])];
      const standing = { linked: isLinked, outsiders: await outsidersAmong(writers) };
      const copies = await copiesOf((to) => disclosing.ofSubmission(each, to));
      made.push(...submissionParts(each, standing, copies, giver.id, moment));
      const files = await attachmentsOf(store, each._id);
      sift(files, copies);
      const from = `${each.form.title}, ${each.reference}`;
      for (const one of files) add(one, from, ...(isLinked ? [] : [asksBecause.alike]));
      await messagesAt('submission', each._id, from, isLinked ? undefined : asksBecause.alike);
    }
  for (const task of tasks) {
    made.push(...(await requestParts(task, isCouncil, moment)));
    const draft = await store.get('drafts', task.draft);
    const { contributors } = task.task;
    const files = await attachmentsOf(store, task.draft);
    if (draft !== undefined) {
      const copies = await copiesOf((to) => disclosing.ofDraft(draft, to));
      sift(files, copies);
      // Where nobody wrote yet, it says what the council's record says.
      if (draft.status === 'open' && contributors.length > 0) {
        const writers = {
          writers: contributors.map(({ name }) => name),
          outsiders: await outsidersAmong(contributors),
        };
        made.push(...begunParts(task, writers, draft, copies, giver.id));
      }
    }
    for (const { id } of task.documents) add(await store.get('attachments', id), task.form.title);
    for (const each of files) if (!documents.has(each._id)) add(each, task.form.title);
    await messagesAt('task', task._id, task.form.title);
  }
  const all = [...documents.values()].filter(({ file }) => !withheld.has(file._id));
  made.push(
    ...documentParts(
      all.map((each) => (kept.has(each.file._id) ? { ...each, asks: `${asksBecause.kept}. ${each.asks}` } : each)),
    ),
  );
  const alikeIds = new Set(alike.map(({ _id }) => _id));
  const ofAlike = (file: AttachmentDocument): boolean => alikeIds.has(file.draft);
  const ids = [
    ...[found, ...tasks, ...linked].map(({ _id }) => _id),
    ...tasks.map(({ draft }) => draft),
    ...all.flatMap(({ file }) => (ofAlike(file) ? [] : [file._id])),
  ];
  const alikeAll = [...alikeIds, ...all.flatMap(({ file }) => (ofAlike(file) ? [file._id] : []))];
  const callName = async (id: string): Promise<string> => {
    if (id === 'system') return 'The service';
    const account = await accounts.get(id);
    return account === undefined ? 'Somebody whose account is gone' : nameOf(account);
  };
  const entriesOf = (some: readonly string[]) => entriesAbout(store, [...new Set(some)]);
  made.push(
    ...(await trailParts(await entriesOf(ids), callName, isCouncil, moment)),
    ...(await trailParts(await entriesOf(alikeAll), callName, isCouncil, moment, asksBecause.alike)),
  );
  if (outside.size > 0)
    made.push({
      id: namesId,
      kind: 'trail',
      title: 'Names of people outside the council, in the record, the requests and the audit trail',
      asks: asksBecause.names,
    });
  return {
    parts: made,
    birthKept: isConfidentialFrom(names[`${description.as}.dateOfBirth`], family),
    waiting: all.filter(({ file }) => file.state === 'waiting').length,
  };
};
