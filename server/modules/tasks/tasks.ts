/** Tasks: forms that the council sends, and what becomes of them. Each part has its own file; this one puts them together. */
import { accountsById, stateOf } from '../accounts/index.ts';
import { addDuration } from '../../../engine/index.ts';
import type { TaskEvent } from '../../../engine/index.ts';
import type { Readable } from 'node:stream';
import type { Attachment } from '../../../wire/form.ts';
import type { NewTasks, Recipient, Task, TaskLock, TaskPerson, TaskProposal, TaskSummary } from '../../../wire/task.ts';
import type { TaskCaller } from './access.ts';
import { taskRelationsOf } from './access.ts';
import { today } from '../../core/clock.ts';
import { problem, ProblemError } from '../../core/errors.ts';
import type { Caller } from '../../platform/http/route.ts';
import type { Page } from '../../platform/storage/store.ts';
import {
  type AttachmentDocument,
  type SeenCopy,
  type SubmissionDocument,
  senderOf,
  uploadToSend,
} from '../drafts/index.ts';
import { listOf } from '../../platform/storage/every.ts';
import { createSealer } from '../../core/sealed-cursor.ts';
import type { Printed } from '../submissions/index.ts';
import { act } from './act.ts';
import { movedFrom, readTask, readTaskAnswers } from './change.ts';
import { isOpen } from './document.ts';
import type { TaskContent, TaskDocument } from './document.ts';
import { followTask } from './answers/draft.ts';
import { expireTasks, remindTasks } from './jobs.ts';
import { councilTasks, countTasks, ownTasks } from './lists.ts';
import type { CouncilListQuery, TaskListQuery } from './lists.ts';
import type { TaskParts } from './parts.ts';
import { newHolder, peopleFor, recipients, knownOfCase } from './people.ts';
import { reopened } from './reopen.ts';
import { expiryFor, proposal, sendTasks } from './send.ts';
import { finishSubmitting } from './settle.ts';
import { signatoriesOf, submitTask } from './answers/submit.ts';
import { confidentialPartsOf } from './confidential.ts';
import { lockOf, taskOnWire, taskSummary } from './wire.ts';
import { noteWriting } from './answers/writing.ts';

/** What a person does to a task, besides submitting it. */
export type TaskAction =
  | { kind: 'pick-up' | 'open' | 'release' | 'take-over' }
  | { kind: 'return' | 'retract'; comment: string }
  | { kind: 're-assign'; to: { kind: 'user' | 'group'; id: string }; comment?: string }
  | { kind: 'counter-sign'; role: string }
  | { kind: 'reopen'; comment: string; dueOn?: string }
  | { kind: 'extend'; dueOn: string; comment?: string };

export interface Tasks {
  /** Sends to everybody named; see `sendTasks`. No caller is the clock. */
  send: (caller: TaskCaller | undefined, wanted: NewTasks, key?: string) => Promise<TaskDocument[]>;
  /** Takes in a document that is to be sent along. Throws file-refused. */
  upload: (caller: TaskCaller, name: string, stream: Readable) => Promise<Attachment>;
  /** A document that was sent along. Throws not-found or file-waiting. */
  document: (
    caller: TaskCaller,
    id: string,
    document: string,
  ) => Promise<{ document: AttachmentDocument; stream: Readable }>;
  proposal: (caller: TaskCaller, wanted: { case: string; form: string }) => Promise<TaskProposal>;
  /** `task`: they are told apart by whether they may counter-sign it; `case`: those who had a form about it before. Throws not-found for whoever may not see it. */
  recipients: (
    caller: TaskCaller,
    wanted: { q?: string; form?: string; task?: string; case?: string },
  ) => Promise<Recipient[]>;
  /** Throws not-found for whoever may not see it, gone when it was closed too long ago. A look by the council is in the audit trail. */
  read: (caller: TaskCaller, id: string) => Promise<Task>;
  /** Whether somebody else writes in it, under the same conditions. No look at the record, and so not in the audit trail. */
  lock: (caller: TaskCaller, id: string) => Promise<TaskLock>;
  /** What the caller sees of its answers, under the same conditions. Throws gone when they are no longer kept. */
  see: (caller: TaskCaller, id: string) => Promise<SeenCopy>;
  /** The document, under the same conditions. */
  find: (caller: TaskCaller, id: string) => Promise<TaskDocument>;
  list: (caller: TaskCaller, query: TaskListQuery) => Promise<Page<TaskSummary>>;
  councilList: (caller: TaskCaller, query: CouncilListQuery) => Promise<Page<TaskSummary>>;
  /** How many of these teams' are in a state: see `councilList`. */
  count: (teams: readonly string[], state: 'overdue' | 'answered') => Promise<number>;
  /** Everything that was ever sent about a case, soonest due first. */
  ofCase: (caseId: string) => Promise<TaskDocument[]>;
  peopleFor: (caller: TaskCaller, id: string) => Promise<TaskPerson[]>;
  /** Throws not-found, forbidden, request-invalid, conflict when `turn` is not the stored one, or task-refused. */
  act: (caller: TaskCaller, id: string, action: TaskAction, turn?: number) => Promise<Task>;
  /** See `submitTask`. `fresh` is false when it had been submitted before. */
  submit: (caller: Caller, id: string, revision: number) => Promise<{ task: Task; fresh: boolean }>;
  /** What is printed of it now. */
  pdf: (caller: TaskCaller, id: string) => Promise<Printed & { reference?: string }>;
  /** Its form to be filled in by pen, with what is known written in it; throws gone once it is closed. */
  blank: (caller: TaskCaller, id: string) => Promise<Printed>;
  /** For the scheduler: reminders of due dates. Gives how many. */
  remind: () => Promise<number>;
  /** For the scheduler: closes what nobody submitted in time. Gives how many. */
  expire: () => Promise<number>;
  /** Brings the draft to whoever has the task now. */
  follow: (id: string) => Promise<void>;
  /** Ends a submission that a server broke off. */
  finish: (id: string) => Promise<void>;
}

export const createTasks = (parts: TaskParts): Tasks => {
  const { store, clock, config, teams, catalogue, drafts, prints, blankPrints, audit } = parts;
  const cursors = createSealer(config.secret);
  const day = (): string => today(clock, config.timeZone);
  drafts.keepTasks({ writing: (task, accountId) => noteWriting(parts, task, accountId) });

  const submissionOf = ({ submission }: TaskDocument): Promise<SubmissionDocument | undefined> =>
    submission === undefined ? Promise.resolve(undefined) : store.get('submissions', submission);

  /** What somebody sees of its answers: of what was submitted last, or of its draft. */
  const seenOf = async (
    { accountId, role }: TaskCaller,
    document: TaskDocument,
    isOfficer: boolean,
  ): Promise<SeenCopy | undefined> => {
    if (document.task.state === 'submitted') {
      const submission = await submissionOf(document);
      const council = role !== 'applicant' && isOfficer;
      return submission && parts.submissions.see(accountId, submission, council);
    }
    const draft = await store.get('drafts', document.draft);
    return draft && drafts.see(draft, accountId);
  };

  const onWire = async (caller: TaskCaller, document: TaskDocument): Promise<Task> => {
    const relations = await taskRelationsOf(parts, document.task, caller);
    const { isHolder, isOfficerOfTeam } = relations.actor;
    const [team, seen, kept] = await Promise.all([
      teams.get(document.task.team.id),
      isHolder || !relations.mayReadAnswers ? undefined : seenOf(caller, document, isOfficerOfTeam),
      confidentialPartsOf(parts, document, caller.accountId),
    ]);
    return taskOnWire(document, parts, relations, team, seen, kept);
  };

  const summaries = ({ items, next }: Page<TaskDocument>, { accountId }: TaskCaller): Page<TaskSummary> => ({
    items: items.map((item) => taskSummary(item, parts, item.task.holder?.id === accountId)),
    ...(next === undefined ? {} : { next }),
  });

  /** The same for the council, which is told where whoever has one cannot sign in. */
  const marked = async (page: Page<TaskDocument>, caller: TaskCaller): Promise<Page<TaskSummary>> => {
    const { items, ...rest } = summaries(page, caller);
    const holders = await accountsById(
      store,
      items.flatMap(({ holder }) => (holder === null ? [] : [holder.id])),
    );
    return {
      ...rest,
      items: items.map((item) => {
        if (item.holder === null) return item;
        const account = holders.get(item.holder.id);
        if (account !== undefined && stateOf(account) !== 'suspended') return item;
        return { ...item, holderIs: account === undefined ? 'gone' : 'suspended' };
      }),
    };
  };

  /** A look by somebody of the council is noted. */
  const noted = async ({ accountId }: TaskCaller, id: string, council: boolean): Promise<void> => {
    if (council) await audit.append({ actor: accountId, action: 'task-read', subject: { kind: 'task', id } });
  };

  /** An answer that somebody of the council has opened is read; whoever was quicker has marked it too. */
  const markRead = async ({ _id, revision, task, keys }: TaskDocument): Promise<void> => {
    if (keys.answered !== true || task.submittedAt === null) return;
    const filter = { _id: { eq: _id }, revision: { eq: revision } };
    await store.patch('tasks', filter, { set: { readOf: task.submittedAt, 'keys.answered': false } });
  };

  /** The action with everything that the engine wants to know. */
  const eventOf = async (caller: TaskCaller, id: string, action: TaskAction): Promise<TaskEvent> => {
    if (action.kind === 're-assign') {
      const { document } = await readTask(parts, caller, id);
      const { to, within, outside } = await newHolder(parts, document, caller, action.to);
      return { ...action, to, within, outside };
    }
    if (action.kind === 'reopen') {
      const { document } = await readTask(parts, caller, id);
      const rules = (await catalogue.newest(document.form.id))?.definition.manifest.task;
      const late = document.task.dueOn === null || document.task.dueOn < day();
      const dueOn = action.dueOn ?? (late && rules !== undefined ? addDuration(day(), rules.due) : document.task.dueOn);
      return { ...action, ...(dueOn === null ? {} : { dueOn, expiresAt: expiryFor(dueOn, day()) }) };
    }
    if (action.kind === 'extend') return { ...action, expiresAt: expiryFor(action.dueOn, day()) };
    return action;
  };

  return {
    send: (caller, wanted, key) => sendTasks(parts, caller, wanted, key),
    upload: ({ accountId }, name, stream) => uploadToSend(parts, accountId, name, stream),

    document: async (caller, id, wanted) => {
      const { document } = await readTask(parts, caller, id);
      const { documents, task } = document;
      const { documents: kept } = await confidentialPartsOf(parts, document, caller.accountId);
      if (kept || !documents.some((each) => each.id === wanted)) throw problem('not-found');
      const opened = await parts.attachments.open(senderOf(task.sentBy.id), wanted, 'submission', undefined);
      const subject = { kind: 'attachment', id: wanted };
      await audit.append({ actor: caller.accountId, action: 'attachment-downloaded', subject, detail: { task: id } });
      return opened;
    },

    proposal: (caller, wanted) => proposal(parts, caller, wanted),
    recipients: async (caller, { task, case: of, ...wanted }) => {
      const found = of === undefined ? undefined : await store.get('cases', of);
      if (of !== undefined && !(await teams.of(caller.accountId)).includes(found?.team ?? ''))
        throw problem('not-found');
      const only = of === undefined ? undefined : await knownOfCase(store, of);
      if (only?.size === 0) return [];
      const asked = { ...wanted, only };
      return recipients(parts, asked, task === undefined ? undefined : (await readTask(parts, caller, task)).document);
    },

    read: async (caller, id) => {
      const { document, relations } = await readTask(parts, caller, id).catch(async (error: unknown) => {
        const unseen = error instanceof ProblemError && error.code === 'not-found';
        throw (unseen ? await movedFrom(parts, caller, id) : undefined) ?? error;
      });
      await noted(caller, id, relations.council);
      // What another system fetches has been read by nobody.
      if (relations.actor.isOfficerOfTeam && caller.scopes === undefined) await markRead(document);
      return onWire(caller, document);
    },

    lock: async (caller, id) => {
      const { task, turn } = (await readTask(parts, caller, id)).document;
      const lock = lockOf(task, caller.accountId, clock.now().toISOString());
      return { revision: turn, writing: lock !== null && !lock.left };
    },

    see: async (caller, id) => {
      const { document, relations } = await readTaskAnswers(parts, caller, id);
      const seen = await seenOf(caller, document, relations.actor.isOfficerOfTeam);
      if (seen === undefined) throw problem('gone');
      return seen;
    },

    find: async (caller, id) => (await readTaskAnswers(parts, caller, id)).document,

    list: async (caller, query) => summaries(await ownTasks(parts, cursors, caller, query), caller),

    councilList: async (caller, query) => marked(await councilTasks(parts, cursors, caller, day(), query), caller),

    count: (of, state) => countTasks(store, of, state, day()),

    ofCase: (caseId) =>
      listOf(store, 'tasks', {
        filter: { case: { eq: caseId } },
        sort: { path: 'keys.due', direction: 'asc' },
      }),

    peopleFor: async (caller, id) => {
      const { document, relations } = await readTask(parts, caller, id);
      const { isHolder, managesHolder, isOfficerOfTeam } = relations.actor;
      if (!isOpen(document.task) || !(isHolder || managesHolder || isOfficerOfTeam)) throw problem('forbidden');
      return peopleFor(parts, document, caller);
    },

    act: async (caller, id, action, turn) => {
      const event = await eventOf(caller, id, action);
      if (event.kind !== 'reopen') return onWire(caller, await act(parts, caller, id, event, turn));
      let draft: Promise<Partial<TaskContent>> | undefined;
      return onWire(caller, await act(parts, caller, id, event, turn, (held) => (draft ??= reopened(parts, held))));
    },

    submit: async (caller, id, revision) => {
      const { fresh } = await submitTask(parts, caller, id, revision);
      parts.kick();
      return { task: await onWire(caller, (await readTask(parts, caller, id)).document), fresh };
    },

    pdf: async (caller, id) => {
      const { document, relations } = await readTaskAnswers(parts, caller, id);
      await audit.append({ actor: caller.accountId, action: 'pdf-downloaded', subject: { kind: 'task', id } });
      const submission = document.task.state === 'submitted' ? await submissionOf(document) : undefined;
      if (submission !== undefined) {
        const { isOfficerOfTeam } = relations.actor;
        const seen = await parts.submissions.see(caller.accountId, submission, isOfficerOfTeam);
        const printed = await prints.ofSubmission(caller.accountId, submission, seen);
        return { ...printed, reference: submission.reference };
      }
      const draft = await store.get('drafts', document.draft);
      if (draft === undefined) throw problem('gone');
      const seen = await drafts.see(draft, caller.accountId);
      return prints.ofDraft(caller.accountId, draft, seen, signatoriesOf(document.task));
    },

    blank: async (caller, id) => {
      const { task, draft: at } = (await readTaskAnswers(parts, caller, id)).document;
      await audit.append({ actor: caller.accountId, action: 'pdf-downloaded', subject: { kind: 'task', id } });
      const draft = isOpen(task) ? await store.get('drafts', at) : undefined;
      if (draft === undefined) throw problem('gone');
      const seen = await drafts.see(draft, caller.accountId);
      return blankPrints.ofTask(caller.accountId, draft, seen, { team: task.team.id, dueOn: task.dueOn });
    },

    remind: () => remindTasks(parts),
    expire: () => expireTasks(parts),
    follow: (id) => followTask(parts, id),
    finish: (id) => finishSubmitting(parts, id),
  };
};
