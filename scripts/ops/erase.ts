/** Erasing for a data-subject request: first what would go and what stays is put into a plan, then the plan is carried out. */
import type { SubmissionDocument } from '../../server/services/drafts-documents.ts';
import { daysAfter } from '../../server/services/drafts-times.ts';
import type { AuditAction } from '../../server/services/audit-words.ts';
import { every, listOf } from '../../server/services/every.ts';
import type { CaseDocument } from '../../server/services/cases-documents.ts';
import type { ClockDocument } from '../../server/services/clocks-board.ts';
import type { Services } from '../../server/services/services.ts';
import type { TaskDocument } from '../../server/services/tasks-document.ts';
import type { Store, Stored } from '../../server/storage/store.ts';
import { attachmentsOf, heldAbout } from './held.ts';

export interface Erasure {
  /** In the order in which they go: what could be found again by accident first, the record itself last. */
  erase: { collection: string; id: string; blob?: string }[];
  keep: { what: string; until?: string; why: string }[];
  note: { action: AuditAction; kind: string; id: string };
}

/** Something stands in the way that a person must decide about first. */
export class NotErasableError extends Error {
  override name = 'NotErasableError';
}

export interface Wish {
  /** Submissions whose retention is over go too. */
  pastRetention: boolean;
}

const trailWhy =
  'The audit trail shows who saw and changed a child’s records (UK GDPR Article 5(2)). It names records by number and holds no answer; one entry taken out would break the chain.';
const submissionWhy =
  'The council keeps it for a task that the law gives it (UK GDPR Article 17(3)(b)), as long as the form’s manifest says.';
const overWhy = 'Its retention is over: it goes too when --past-retention is given.';

const byId = { path: '_id', direction: 'asc' } as const;

const draftWithDocuments = async (store: Store, id: string): Promise<Erasure['erase']> => {
  const documents = (await attachmentsOf(store, id)).filter(({ sent }) => sent !== true);
  return [
    ...documents.map(({ _id, blob }) => ({ collection: 'attachments', id: _id, blob })),
    { collection: 'drafts', id },
  ];
};

/** A submission goes with its documents, its messages and the emptied draft that it came from. */
const submissionParts = async (store: Store, id: string): Promise<Erasure['erase']> => {
  const documents = await attachmentsOf(store, id);
  return [
    ...documents.map(({ _id, blob }) => ({ collection: 'attachments', id: _id, blob })),
    { collection: 'threads', id: `submission.${id}` },
    { collection: 'submissions', id },
    { collection: 'drafts', id },
  ];
};

/** The last day on which a submission must be there; undefined where its form is not known any more, so that it stays. */
const keptUntil = async ({ catalogue }: Services, { form, submittedAt }: SubmissionDocument) => {
  const days = (await catalogue.edition(form.hash))?.definition.manifest.retention.submittedDays;
  return days === undefined ? undefined : daysAfter(submittedAt, days);
};

const addSubmissions = async (
  services: Services,
  submissions: readonly SubmissionDocument[],
  { pastRetention }: Wish,
  to: Erasure,
): Promise<void> => {
  const now = services.clock.now().toISOString();
  for (const submission of submissions) {
    const until = await keptUntil(services, submission);
    const over = until !== undefined && until <= now;
    if (over && pastRetention) to.erase.push(...(await submissionParts(services.store, submission._id)));
    else {
      const what = `submission ${submission.reference}`;
      to.keep.push({
        what,
        ...(until === undefined ? {} : { until: until.slice(0, 10) }),
        why: over ? overWhy : submissionWhy,
      });
    }
  }
};

/** Rejects with NotErasableError where there is no such account, or it still has work or rights. */
export const planAccount = async (services: Services, email: string, wish: Wish): Promise<Erasure> => {
  const { store, accounts } = services;
  const account = await accounts.byEmail(email);
  if (account === undefined) throw new NotErasableError('There is no account with this e-mail address');
  const held = await heldAbout(store, account);
  const inTheWay = [
    ...(account.role === 'applicant' ? [] : [`its role is ${account.role}: take the role away`]),
    ...(held.openTasks.length === 0 ? [] : [`it holds ${held.openTasks.length} open tasks: re-assign or retract them`]),
    ...(held.groups.length === 0 ? [] : ['it is in work groups: take it out of them']),
    ...(held.teams.length === 0 ? [] : ['it is in teams: take it out of them']),
    ...(held.drafts.every(({ frozen }) => frozen === undefined)
      ? []
      : ['a form is being submitted: try again in a minute']),
  ];
  if (inTheWay.length > 0) throw new NotErasableError(`The account cannot be erased yet: ${inTheWay.join('; ')}`);

  const plan: Erasure = { erase: [], keep: [], note: { action: 'account-erased', kind: 'account', id: account._id } };
  for (const { _id } of [...held.sessions]) plan.erase.push({ collection: 'sessions', id: _id });
  for (const { _id } of [...held.challenges]) plan.erase.push({ collection: 'challenges', id: _id });
  for (const { _id, status } of held.drafts)
    if (status === 'open') plan.erase.push(...(await draftWithDocuments(store, _id)));
  for (const { _id } of held.people) plan.erase.push({ collection: 'people', id: _id });
  await addSubmissions(services, held.submissions, wish, plan);
  plan.erase.push({ collection: 'automaticReplies', id: account._id }, { collection: 'accounts', id: account._id });
  const { closedTasks, threads } = held;
  if (closedTasks.length > 0)
    plan.keep.push({ what: `what it wrote in ${closedTasks.length} closed tasks`, why: 'It belongs to the case.' });
  if (threads.length > 0)
    plan.keep.push({
      what: `its messages in ${threads.length} threads`,
      why: 'They belong to what they are about, and go with it.',
    });
  plan.keep.push({ what: `${held.audit.length} entries of the audit trail`, why: trailWhy });
  return plan;
};

const submissionsOfCase = async (store: Store, id: string): Promise<SubmissionDocument[]> => {
  const found: SubmissionDocument[] = [];
  for await (const submission of every<SubmissionDocument>(store, 'submissions', { filter: {}, sort: byId }))
    if (submission.case === id) found.push(submission);
  return found;
};

/** `named`: the id or the reference. Rejects with NotErasableError where there is none, or a task of it is open. */
export const planCase = async (services: Services, named: string, wish: Wish): Promise<Erasure> => {
  const { store } = services;
  const found =
    (await store.get<CaseDocument>('cases', named)) ??
    (await store.findOne<CaseDocument>('cases', { reference: { eq: named } }));
  if (found === undefined) throw new NotErasableError('There is no such case');
  const id = found._id;
  const tasks = await listOf<TaskDocument>(store, 'tasks', { filter: { case: { eq: id } }, sort: byId });
  const open = tasks.filter(({ keys }) => keys.open).length;
  if (open > 0)
    throw new NotErasableError(`The case cannot be erased yet: ${open} of its tasks are open: retract them`);

  const plan: Erasure = { erase: [], keep: [], note: { action: 'case-erased', kind: 'case', id } };
  await addSubmissions(services, await submissionsOfCase(store, id), wish, plan);
  if (plan.keep.length > 0)
    throw new NotErasableError(
      `The case cannot be erased yet, for its submissions must stay:\n${keptWords(plan).join('\n')}`,
    );
  for (const task of tasks) {
    const documents = await attachmentsOf(store, task.draft);
    plan.erase.push(
      ...documents.map(({ _id, blob }) => ({ collection: 'attachments', id: _id, blob })),
      ...(await sentWith(store, task)),
      { collection: 'threads', id: `task.${task._id}` },
      { collection: 'drafts', id: task.draft },
      { collection: 'tasks', id: task._id },
    );
  }
  for await (const clock of every<ClockDocument>(store, 'clocks', { filter: {}, sort: byId }))
    if (clock.case === id) plan.erase.push({ collection: 'clocks', id: clock._id });
  plan.erase.push({ collection: 'cases', id });
  plan.keep.push({ what: 'entries of the audit trail about the case', why: trailWhy });
  return plan;
};

const sentWith = async (store: Store, { documents }: TaskDocument): Promise<Erasure['erase']> => {
  const found: Erasure['erase'] = [];
  for (const { id } of documents) {
    const attachment = await store.get<Stored & { blob: string }>('attachments', id);
    if (attachment !== undefined) found.push({ collection: 'attachments', id, blob: attachment.blob });
  }
  return found;
};

/** Doing it again after it broke off goes on with what is left. The trail is written first: nothing goes without an entry. */
export const carryOut = async ({ store, blobs, audit }: Services, { erase, note }: Erasure): Promise<void> => {
  const { action, kind, id } = note;
  await audit.append({ actor: 'system', action, subject: { kind, id }, detail: { records: erase.length } });
  for (const { collection, id: record, blob } of erase) {
    if (blob !== undefined) await blobs.delete(blob);
    await store.delete(collection, { _id: { eq: record } });
  }
};

const keptWords = ({ keep }: Pick<Erasure, 'keep'>): string[] =>
  keep.map(({ what, until, why }) => `  ${what}${until === undefined ? '' : `, until ${until}`}. ${why}`);

/** The plan in words. */
export const planWords = (plan: Erasure): string => {
  const counts = new Map<string, number>();
  for (const { collection } of plan.erase) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  return [
    'Erased:',
    ...[...counts].map(([collection, count]) => `  ${collection}: ${count}`),
    'Stays:',
    ...keptWords(plan),
  ].join('\n');
};
