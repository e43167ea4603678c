/** Finds everything that is held about whom a case is about. */
import type { Party } from '../../../../engine/index.ts';
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
import { begunParts, requestParts, submissionParts, type Disclosed } from './form-parts.ts';
import { documentParts, messageParts, trailParts } from './other-parts.ts';
import { momentIn, type Part } from './part.ts';
import { councilBy, family, type Names } from './standing.ts';

/** Whoever gives it out: what is kept from them is not in it, whatever they say yes to. */
export interface Giver {
  /** Account, for whom things are drawn. */
  id: string;
  parties: readonly Party[];
  /** The teams whose records they see; `undefined` for all. */
  teams: readonly string[] | undefined;
}

/** What a form is without what is kept from somebody, by whoever knows forms. */
export interface Disclosing {
  ofSubmission: (
    record: SubmissionDocument,
    to: { parties: readonly Party[]; names: Names },
  ) => Promise<Disclosed | undefined>;
  ofDraft: (record: DraftDocument, to: { parties: readonly Party[]; names: Names }) => Promise<Disclosed | undefined>;
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
  const isCouncil = councilBy(accounts);
  const to = (all: boolean) => ({ parties: all ? giver.parties : [...giver.parties, ...family], names });
  const ofSubmission = (record: SubmissionDocument, all: boolean) => disclosing.ofSubmission(record, to(all));
  const ofDraft = (record: DraftDocument, all: boolean) => disclosing.ofDraft(record, to(all));

  const { tasks, linked, alike } = await recordsOf(store, found, giver);
  const made: Part[] = caseParts({ found, onWire: await cases.onWire(found), description, names, moment });
  const documents = new Map<string, AttachmentDocument>();
  const withheld = new Set<string>();
  const add = (each: AttachmentDocument | undefined): void => {
    if (each !== undefined) documents.set(each._id, each);
  };
  const messagesAt = async (kind: 'task' | 'submission', id: string, title: string): Promise<void> => {
    const thread = await store.get('threads', `${kind}.${id}`);
    if (thread !== undefined) made.push(...messageParts(thread, title, moment));
  };

  for (const [records, isLinked] of [
    [linked, true],
    [alike, false],
  ] as const)
    for (const each of records) {
      made.push(
        ...(await submissionParts(
          each,
          { linked: isLinked, ofCouncil: await isCouncil(each.owner) },
          ofSubmission,
          giver.id,
          moment,
        )),
      );
      for (const id of (await ofSubmission(each, true))?.documents ?? []) withheld.add(id);
      for (const one of await attachmentsOf(store, each._id)) add(one);
      await messagesAt('submission', each._id, each.form.title);
    }
  for (const task of tasks) {
    made.push(...(await requestParts(task, isCouncil, moment)));
    const draft = await store.get('drafts', task.draft);
    const writer = task.task.contributors.at(-1);
    // Where nobody wrote yet, it says what the council's record says.
    if (draft?.status === 'open' && writer !== undefined) {
      const { name } = writer;
      made.push(...(await begunParts(task, { name, ofCouncil: await isCouncil(writer.id) }, draft, ofDraft, giver.id)));
      for (const id of (await ofDraft(draft, true))?.documents ?? []) withheld.add(id);
    }
    for (const { id } of task.documents) add(await store.get('attachments', id));
    for (const each of await attachmentsOf(store, task.draft)) add(each);
    await messagesAt('task', task._id, task.form.title);
  }
  const all = [...documents.values()].filter(({ _id }) => !withheld.has(_id));
  made.push(...documentParts(all));
  const ids = [found, ...tasks, ...linked, ...alike, ...all].map(({ _id }) => _id);
  const drafts = tasks.map(({ draft }) => draft);
  const entries = await entriesAbout(store, [...new Set([...ids, ...drafts])]);
  const callName = async (id: string): Promise<string> => {
    if (id === 'system') return 'The service';
    const account = await accounts.get(id);
    return account === undefined ? 'Somebody whose account is gone' : nameOf(account);
  };
  made.push(...(await trailParts(entries, callName, isCouncil, moment)));
  return { parts: made, waiting: all.filter(({ state }) => state === 'waiting').length };
};
