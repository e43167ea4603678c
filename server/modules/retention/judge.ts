/** Until when a record is kept, and under which rule. */
import { dayOf } from '../../core/clock.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { AccountRecord } from '../accounts/index.ts';
import type { CaseDocument } from '../cases/index.ts';
import type { FormVersion } from '../catalogue/index.ts';
import type { SubmissionDocument } from '../drafts/index.ts';
import { submissionsOfCase, submissionsOfTask, tasksOfCase } from './erasing.ts';
import { keptUntil, never, ruleWords, type KeepRule } from './rule.ts';
import type { RetentionSchedule } from './schedule.ts';
import type { TaskDocument } from '../tasks/index.ts';

export interface Verdict {
  /** ISO date: the first day on which it may go. */
  until: string;
  /** Such as `cases: 6 years, at least until the age of 31`. */
  rule: string;
  /** It would be time, and something is still to be done with it. */
  waits: boolean;
}

export interface JudgeParts {
  store: Store;
  /** Where forms are looked up by their hash. */
  catalogue: { formVersion: (hash: string) => Promise<Pick<FormVersion, 'definition'> | undefined> };
  timeZone: string;
  schedule: RetentionSchedule;
}

const ruled = (kind: string, rule: KeepRule): string => `${kind}: ${ruleWords(rule)}`;
const latest = (days: readonly string[]): string => days.toSorted().at(-1) ?? never;
const waitsForMail = ({ effectsDue }: { effectsDue?: string }): boolean => effectsDue !== undefined;

/** What the form says of itself, else what the council says of the form, else of all forms. */
export const submissionRule = async (
  { catalogue, schedule }: Pick<JudgeParts, 'catalogue' | 'schedule'>,
  { form }: Pick<SubmissionDocument, 'form'>,
): Promise<{ words: string; rule: KeepRule }> => {
  const own = (await catalogue.formVersion(form.hash))?.definition.manifest.retention.keep;
  if (own !== undefined) return { words: ruled(`form ${form.id} ${form.version}`, own), rule: own };
  const ofForm = schedule.forms?.[form.id];
  if (ofForm !== undefined) return { words: ruled(`forms.${form.id}`, ofForm), rule: ofForm };
  return { words: ruled('submissions', schedule.submissions), rule: schedule.submissions };
};

/** A submission by itself, whatever it belongs to. */
export const judgeSubmission = async (parts: JudgeParts, submission: SubmissionDocument): Promise<Verdict> => {
  const { words, rule } = await submissionRule(parts, submission);
  const { submittedAt, responses = [], dateOfBirth } = submission;
  const last = latest([submittedAt, ...responses.map(({ postedAt }) => postedAt)]);
  return {
    until: keptUntil(rule, dayOf(last, parts.timeZone), dateOfBirth),
    rule: words,
    waits: waitsForMail(submission),
  };
};

const laterOf = (verdicts: readonly Verdict[]): Verdict | undefined =>
  verdicts.toSorted((one, other) => one.until.localeCompare(other.until)).at(-1);

/** A closed task, not before what was submitted for it. One that is open waits. */
export const judgeTask = async (parts: JudgeParts, task: TaskDocument): Promise<Verdict> => {
  const { store, schedule, timeZone } = parts;
  const { closedAt, open } = task.keys;
  const own: Verdict = {
    until: keptUntil(schedule.tasks, dayOf(closedAt ?? task.createdAt, timeZone), task.subject.dateOfBirth),
    rule: ruled('tasks', schedule.tasks),
    waits: open || waitsForMail(task),
  };
  const submitted = await Promise.all(
    (await submissionsOfTask(store, task)).map((submission) => judgeSubmission(parts, submission)),
  );
  const { until, rule } = laterOf([own, ...submitted]) ?? own;
  return { until, rule, waits: own.waits || submitted.some(({ waits }) => waits) };
};

/** A case, not before its tasks and what was submitted about it. */
export const judgeCase = async (parts: JudgeParts, found: CaseDocument): Promise<Verdict> => {
  const { store, schedule, timeZone } = parts;
  const tasks = await tasksOfCase(store, found._id);
  const last = latest([
    dayOf(found.createdAt, timeZone),
    ...found.events.map(({ on }) => on),
    ...found.pauses.map(({ from, to }) => to ?? from),
    ...tasks.flatMap(({ task }) => task.history.map(({ at }) => dayOf(at, timeZone))),
  ]);
  const own: Verdict = {
    until: keptUntil(schedule.cases, last, found.subject.dateOfBirth),
    rule: ruled('cases', schedule.cases),
    waits: waitsForMail(found),
  };
  const hanging = [
    ...(await Promise.all(tasks.map((task) => judgeTask(parts, task)))),
    ...(await Promise.all(
      (await submissionsOfCase(store, found._id)).map((submission) => judgeSubmission(parts, submission)),
    )),
  ];
  const { until, rule } = laterOf([own, ...hanging]) ?? own;
  return { until, rule, waits: own.waits || hanging.some(({ waits }) => waits) };
};

/** An account by its last sign of life. What stands in its way is looked at when its day has come. */
export const judgeAccount = (
  { schedule: { accounts }, timeZone }: JudgeParts,
  { lastSignedInAt, createdAt, ...account }: AccountRecord,
): Verdict => {
  if (accounts === undefined) return { until: never, rule: 'accounts', waits: false };
  const until = keptUntil(accounts, dayOf(lastSignedInAt ?? createdAt, timeZone), undefined);
  return { until, rule: ruled('accounts', accounts), waits: waitsForMail(account) };
};
