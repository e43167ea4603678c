import { instantAfter } from '../text/ahead.ts';
import { daysBetween } from '../text/calendar.ts';
import { lastWords, lockFor } from './lock.ts';
import type {
  Instant,
  TaskActor,
  TaskAddress,
  TaskContributor,
  TaskEntry,
  TaskEvent,
  TaskParty,
  TaskSend,
  TaskState,
  TaskStateName,
} from './task.ts';

const party = ({ id, name }: TaskParty): TaskParty => ({ id, name });

const user = (person: TaskParty): TaskAddress => ({ kind: 'user', ...party(person) });

const entry = (event: TaskEvent, by: TaskParty, at: Instant, more: Partial<TaskEntry> = {}): TaskEntry => ({
  event: event.kind,
  by: party(by),
  at,
  ...('comment' in event && event.comment.trim() ? { comment: event.comment.trim() } : {}),
  ...more,
});

/** The task that comes into being when it is sent. */
export const sent = (event: TaskSend, state: TaskStateName, by: TaskParty, now: Instant): TaskState => ({
  state,
  holder: event.to.kind === 'user' ? party(event.to) : null,
  lastHolder: null,
  group: event.to.kind === 'group' ? party(event.to) : event.group ? party(event.group) : null,
  assignedAt: now,
  dueOn: event.dueOn,
  expiresAt: event.expiresAt,
  sentBy: party(by),
  team: party(event.team),
  counterSignature: event.rules.counterSignature,
  ...(event.counterSignedBy === undefined ? {} : { counterSignedBy: event.counterSignedBy }),
  signedBy: null,
  contributors: [],
  lock: null,
  submittedAt: null,
  retractedReason: null,
  history: [entry(event, by, now, { to: event.to })],
});

/** The task in its next state; the guards have let the event through. */
export const applied = (
  task: TaskState,
  event: Exclude<TaskEvent, TaskSend>,
  state: TaskStateName,
  actor: TaskActor,
  now: Instant,
): TaskState => {
  const next: TaskState = { ...task, state };
  const log = (more?: Partial<TaskEntry>): TaskEntry[] => [...task.history, entry(event, actor, now, more)];
  /** In other hands, or in nobody's. */
  const moved = (holder: TaskParty | null, to?: TaskAddress, outside = false): TaskState => ({
    ...next,
    holder: holder && party(holder),
    lastHolder: task.holder ?? task.lastHolder,
    assignedAt: now,
    lock: lastWords(task.lock, actor, now),
    history: log({
      ...(task.holder ? { from: task.holder } : {}),
      ...(to ? { to } : {}),
      ...(outside ? { outside } : {}),
    }),
  });

  switch (event.kind) {
    case 'pick-up':
      return moved(actor, user(actor));
    case 'open': {
      const lock = lastWords(task.lock, actor, now) ?? lockFor(task.lock, actor, now);
      return { ...next, lock, history: task.state === 'open' ? task.history : log() };
    }
    case 'save': {
      const isHolders = task.holder?.id === actor.id;
      return {
        ...next,
        lock: isHolders ? lockFor(task.lock, actor, now) : task.lock,
        contributors: withWriter(task.contributors, actor, now),
        signedBy: task.signedBy?.id === actor.id ? task.signedBy : null,
        history: withSaving(task.history, entry(event, actor, now)),
      };
    }
    case 'release':
      return { ...next, lock: null };
    case 'take-over':
      if (task.holder?.id === actor.id) return { ...next, lock: lockFor(task.lock, actor, now), history: log() };
      return { ...moved(actor, user(actor)), lock: lockFor(task.lock, actor, now) };
    case 're-assign':
      if (event.to.kind === 'group') return { ...moved(null, event.to, event.outside), group: party(event.to) };
      return { ...moved(event.to, event.to, event.outside), group: event.within ? task.group : null };
    case 'return':
      return moved(null, task.group ? { kind: 'group', ...task.group } : undefined);
    case 'counter-sign':
      return {
        ...next,
        lock: lockFor(task.lock, actor, now),
        signedBy: { ...party(actor), role: event.role, on: now },
        history: log(),
      };
    case 'submit':
      return { ...moved(null), lock: null, submittedAt: now };
    case 'retract':
      return { ...moved(null), retractedReason: event.comment.trim() };
    case 'expire':
      return moved(null);
    case 'reopen': {
      const back = task.lastHolder;
      const address: TaskAddress | undefined = back
        ? user(back)
        : task.group
          ? { kind: 'group', ...task.group }
          : undefined;
      return {
        ...moved(back, address),
        lock: null,
        signedBy: null,
        submittedAt: null,
        dueOn: event.dueOn ?? task.dueOn,
        expiresAt: event.expiresAt ?? null,
      };
    }
    case 'extend':
      return {
        ...next,
        dueOn: event.dueOn,
        expiresAt: event.expiresAt ?? shifted(task.expiresAt, task.dueOn, event.dueOn),
        history: log(),
      };
  }
};

const withWriter = (contributors: TaskContributor[], writer: TaskParty, now: Instant): TaskContributor[] =>
  contributors.some(({ id }) => id === writer.id)
    ? contributors.map((each) => (each.id === writer.id ? { ...each, name: writer.name, last: now } : each))
    : [...contributors, { ...party(writer), first: now, last: now }];

/** Savings of one person in a row are one entry: a form saves itself every few seconds. */
const withSaving = (history: TaskEntry[], saving: TaskEntry): TaskEntry[] => {
  const last = history.at(-1);
  return last?.event === 'save' && last.by.id === saving.by.id
    ? [...history.slice(0, -1), { ...last, lastAt: saving.at }]
    : [...history, saving];
};

/** An expiry moved by as many days as the due date. */
const shifted = (expiresAt: Instant | null, from: string | null, to: string): Instant | null => {
  const days = from === null ? undefined : daysBetween(from, to);
  if (expiresAt === null || days === undefined) return expiresAt;
  return instantAfter(expiresAt, days);
};
