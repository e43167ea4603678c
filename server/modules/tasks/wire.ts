/** Tasks as they cross the wire. */
import { dueStatus, step } from '../../../engine/index.ts';
import type { TaskActor, TaskEntry, TaskEvent, TaskState } from '../../../engine/index.ts';
import type { Task, TaskSummary } from '../../../wire/task.ts';
import type { TaskRelations } from './access.ts';
import { dayOf, today } from '../../core/clock.ts';
import type { SeenCopy } from '../drafts/index.ts';
import type { TeamDocument } from '../groups/index.ts';
import { isOpen, subjectName } from './document.ts';
import type { TaskDocument } from './document.ts';
import type { ConfidentialParts } from './confidential.ts';
import type { TaskParts } from './parts.ts';

type Days = Pick<TaskParts, 'clock' | 'config'>;

/** How near the due date is; of what is closed, how it stood then. */
const dueOf = ({ task, keys }: TaskDocument, { clock, config }: Days): TaskSummary['due'] => {
  const { timeZone } = config;
  const done = task.submittedAt ?? (isOpen(task) ? undefined : keys.closedAt);
  return dueStatus(task.dueOn, today(clock, timeZone), done === undefined ? undefined : dayOf(done, timeZone));
};

export const taskSummary = (document: TaskDocument, days: Days, forHolder = false): TaskSummary => {
  const { _id, turn, form, task, comments, submission, draft, createdAt } = document;
  const { state, holder, lastHolder, group, team, assignedAt, dueOn, submittedAt, retractedReason } = task;
  return {
    id: _id,
    revision: turn,
    form,
    case: document.case,
    subject: subjectName(document),
    state,
    holder,
    lastHolder: lastHolder && party(lastHolder),
    group,
    team,
    sentAt: task.history[0]?.at ?? createdAt,
    assignedAt,
    dueOn,
    due: dueOf(document, days),
    comments,
    submittedAt,
    retractedReason,
    ...(state === 'submitted' && submission !== undefined ? { submission } : {}),
    ...(forHolder && isOpen(task) ? { draft } : {}),
  };
};

/** What an entry of its history says. */
export const entryWords = ({ event, to }: Pick<TaskEntry, 'event'> & { to?: TaskEntry['to'] | undefined }): string => {
  const whom = to === undefined ? '' : ` ${to.kind === 'group' ? 'the work group ' : ''}${to.name}`;
  const words: Record<TaskEvent['kind'], string> = {
    send: `Sent to${whom}`,
    'pick-up': 'Picked up',
    open: 'Opened',
    save: 'Filled in',
    release: 'Closed',
    'take-over': 'Taken over',
    're-assign': `Re-assigned to${whom}`,
    return: 'Given back',
    'counter-sign': 'Counter-signed',
    submit: 'Submitted',
    retract: 'Retracted',
    reopen: whom === '' ? 'Reopened' : `Reopened for${whom}`,
    extend: 'Given more time',
    expire: 'Closed because it was not submitted in time',
  };
  return words[event];
};

/** Every event that a route raises, with details that satisfy it, to find out who may raise it now. */
const trials = (task: TaskState): TaskEvent[] => [
  { kind: 'pick-up' },
  { kind: 'open' },
  { kind: 'release' },
  { kind: 'take-over' },
  { kind: 'return', comment: 'x' },
  { kind: 're-assign', to: { kind: 'user', id: '', name: '' }, within: true },
  { kind: 'counter-sign', role: 'x' },
  { kind: 'submit' },
  { kind: 'retract', comment: 'x' },
  { kind: 'reopen', comment: 'x' },
  ...(task.dueOn === null || task.dueOn < '9999-12-31' ? [{ kind: 'extend' as const, dueOn: '9999-12-31' }] : []),
];

/** The names of the routes that the caller may use now. */
export const mayNow = (task: TaskState, actor: TaskActor, now: string): string[] =>
  trials(task).flatMap((event) => ('task' in step(task, event, actor, now) ? [event.kind] : []));

const party = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** Who else writes in it. */
export const lockOf = ({ lock }: TaskState, reader: string, now: string): Task['lock'] =>
  lock === null || lock.by.id === reader
    ? null
    : { by: party(lock.by), since: lock.since, left: Date.parse(now) > Date.parse(lock.until) };

export const taskOnWire = (
  document: TaskDocument,
  days: Days,
  { actor, council }: TaskRelations,
  team: TeamDocument | undefined,
  seen: SeenCopy | undefined,
  kept: ConfidentialParts,
): Task => {
  const { task, subject, form, comments, documents, warnings } = document;
  const now = days.clock.now().toISOString();
  return {
    ...taskSummary(document, days, actor.isHolder),
    header: {
      name: subjectName(document),
      ...(kept.dateOfBirth ? {} : { dateOfBirth: subject.dateOfBirth }),
      ...(kept.address || subject.address === undefined ? {} : { address: subject.address }),
      formType: form.title,
      comments,
      requiredBy: task.dueOn,
      sentBy: task.sentBy.name,
      department: team?.department ?? task.team.name,
      telephone: team?.telephone ?? '',
      departmentAddress: team?.address ?? '',
    },
    counterSignature: task.counterSignature,
    ...(task.counterSignedBy === undefined ? {} : { counterSignedBy: task.counterSignedBy }),
    signedBy: task.signedBy && { name: task.signedBy.name, role: task.signedBy.role, on: task.signedBy.on },
    contributors: task.contributors.map(({ name, first, last }) => ({ name, first, last })),
    lock: lockOf(task, actor.id, now),
    history: task.history.map((entry) => ({
      event: entry.event,
      words: entryWords(entry),
      by: party(entry.by),
      at: entry.at,
      ...(entry.comment === undefined ? {} : { comment: entry.comment }),
    })),
    may: mayNow(task, actor, now),
    documents: (kept.documents ? [] : documents).map(({ id, name, bytes, mediaType }) => ({
      id,
      name,
      bytes,
      mediaType,
    })),
    ...(seen === undefined ? {} : { answers: seen.answers, copy: seen.copy }),
    ...(seen === undefined || seen.notAsked.length === 0 ? {} : { notAsked: seen.notAsked }),
    ...(council ? { warnings } : {}),
  };
};
