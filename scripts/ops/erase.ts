/** Erasing for a data-subject request: first what would go and what stays is put into a plan, then the plan is carried out. */
import { instantAfter } from '../../engine/index.ts';
import { type SubmissionDocument } from '../../server/modules/drafts/index.ts';
import { onlyOnce } from '../../server/platform/audit/entry.ts';
import type { AuditAction } from '../../server/platform/audit/words.ts';
import {
  type ErasedPart,
  accountParts,
  blockers,
  caseParts,
  eraseParts,
  heldAbout,
  isSubmissionHeld,
  judgeSubmission,
  submissionParts,
  submissionsOfCase,
  tasksOfCase,
} from '../../server/modules/retention/index.ts';
import type { Services } from '../../server/composition/services.ts';
import { caseNamed } from './case-named.ts';
import { refuseDoubtedClock } from './trusted.ts';

export interface Erasure {
  /** In the order in which they go. */
  erase: ErasedPart[];
  keep: { what: string; until?: string; why: string }[];
  note: { action: AuditAction; kind: string; id: string };
}

/** Something stands in the way that a person must decide about first. */
export class NotErasableError extends Error {
  override name = 'NotErasableError';
}

export interface EraseOptions {
  /** Submissions whose retention is over go too. */
  pastRetention: boolean;
}

const trailWhy =
  'The audit trail shows who saw and changed a child’s records (UK GDPR Article 5(2)). It names records by number and holds no answer; one entry taken out would break the chain.';
const submissionWhy =
  'The council keeps it for a task that the law gives it (UK GDPR Article 17(3)(b)), as long as its retention schedule says.';
const overWhy = 'Its retention has ended: use --past-retention to erase it too.';
const holdWhy = 'The council has to keep the case for now: see the case.';

/**
 * The first day on which a submission may go: by the council's schedule, or where it has none by the days of the form's manifest. Undefined where
 * its form is not known any more, so that it stays.
 */
const keptUntil = async (services: Services, submission: SubmissionDocument): Promise<string | undefined> => {
  const { catalogue, store, config, retainSchedule } = services;
  const current = retainSchedule.current();
  if (current !== undefined) {
    const parts = { store, catalogue, timeZone: config.timeZone, schedule: current.schedule };
    return (await judgeSubmission(parts, submission)).until;
  }
  const days = (await catalogue.formVersion(submission.form.hash))?.definition.manifest.retention.submittedDays;
  return days === undefined ? undefined : instantAfter(submission.submittedAt, days);
};

const addSubmissions = async (
  services: Services,
  submissions: readonly SubmissionDocument[],
  { pastRetention }: EraseOptions,
  to: Erasure,
): Promise<void> => {
  if (pastRetention) await refuseDoubtedClock(services);
  const now = services.clock.now().toISOString();
  for (const submission of submissions) {
    const until = await keptUntil(services, submission);
    const held = await isSubmissionHeld(services.store, submission);
    const over = until !== undefined && until <= now;
    if (over && pastRetention && !held) {
      to.erase.push(...(await submissionParts(services.store, submission._id)));
      continue;
    }
    to.keep.push({
      what: `submission ${submission.reference}`,
      ...(until === undefined ? {} : { until: until.slice(0, 10) }),
      why: held ? holdWhy : over ? overWhy : submissionWhy,
    });
  }
};

/** Rejects with NotErasableError where there is no such account, or it still has work or rights. */
export const planAccount = async (services: Services, email: string, options: EraseOptions): Promise<Erasure> => {
  const { store, accounts } = services;
  const account = await accounts.byEmail(email);
  if (account === undefined) throw new NotErasableError('There is no account with this email address');
  const held = await heldAbout(store, account);
  const first = blockers(held);
  if (first.length > 0) throw new NotErasableError(`The account cannot be erased yet: ${first.join('; ')}`);

  const plan: Erasure = { erase: [], keep: [], note: { action: 'account-erased', kind: 'account', id: account._id } };
  await addSubmissions(services, held.submissions, options, plan);
  plan.erase.push(...(await accountParts(store, held)));
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

/** `named`: the id or the reference. Rejects with NotErasableError where there is none, it is held, or a task of it is open. */
export const planCase = async (services: Services, named: string, options: EraseOptions): Promise<Erasure> => {
  const { store } = services;
  const found = await caseNamed(store, named);
  if (found === undefined) throw new NotErasableError('There is no such case');
  if (found.hold !== undefined)
    throw new NotErasableError('The case cannot be erased: the council has to keep it for now, see the case');
  const id = found._id;
  const open = (await tasksOfCase(store, id)).filter(({ keys }) => keys.open).length;
  if (open > 0)
    throw new NotErasableError(`The case cannot be erased yet: ${open} of its tasks are open: retract them`);

  const plan: Erasure = { erase: [], keep: [], note: { action: 'case-erased', kind: 'case', id } };
  await addSubmissions(services, await submissionsOfCase(store, id), options, plan);
  if (plan.keep.length > 0)
    throw new NotErasableError(
      `The case cannot be erased yet, for its submissions must stay:\n${keptWords(plan).join('\n')}`,
    );
  plan.erase = await caseParts(store, found);
  plan.keep.push({ what: 'entries of the audit trail about the case', why: trailWhy });
  return plan;
};

/** Doing it again after it broke off goes on with what is left. The trail is written first: nothing goes without an entry. */
export const carryOut = async (services: Services, { erase, note }: Erasure): Promise<void> => {
  const { action, kind, id } = note;
  const entry = { actor: 'system', action, subject: { kind, id }, detail: { records: erase.length } };
  await services.audit.write(onlyOnce(entry, services.clock.now()));
  await eraseParts(services, erase);
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
