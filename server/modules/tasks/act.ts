/** What happens to a task: one step of the engine's table, written with compare-and-set. */
import { step, taskStanding } from '../../../engine/index.ts';
import type { TaskActor, TaskEvent } from '../../../engine/index.ts';
import type { WebhookEvent } from '../../../wire/api.ts';
import type { TaskCaller } from './access.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { noteEffect, workEffect } from '../../platform/effects/pending.ts';
import { problem } from '../../core/errors.ts';
import type { AuditAction } from '../../platform/audit/words.ts';
import { audienceHolds } from './audience.ts';
import { nextDocument, readTask, refusal } from './change.ts';
import type { TaskContent, TaskDocument } from './document.ts';
import { followTask, followWork } from './answers/draft.ts';
import { mailsOf } from './mails.ts';
import type { TaskParts } from './parts.ts';
import { beingSubmitted, settleSubmitting } from './settle.ts';
import { webhookEffect } from '../../platform/effects/webhook-effect.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';

/** Neither passes the task on nor says anything that others must know of before they act. */
const isQuiet = ({ kind }: TaskEvent): boolean => kind === 'open' || kind === 'save' || kind === 'release';

const handsChange = (before: TaskContent, after: TaskContent): boolean =>
  before.task.holder?.id !== after.task.holder?.id ||
  before.task.expiresAt !== after.task.expiresAt ||
  before.task.state !== after.task.state;

/** What of it other systems are told. */
const webhookOf: Partial<Record<TaskEvent['kind'], WebhookEvent>> = {
  're-assign': 'task.reassigned',
  retract: 'task.retracted',
  expire: 'task.expired',
};

/** What each event is called in the audit trail. */
const pastOf: Record<TaskEvent['kind'], AuditAction> = {
  send: 'task-sent',
  'pick-up': 'task-picked-up',
  open: 'task-opened',
  save: 'task-saved',
  release: 'task-released',
  'take-over': 'task-taken-over',
  're-assign': 'task-re-assigned',
  return: 'task-returned',
  'counter-sign': 'task-counter-signed',
  submit: 'task-submitted',
  retract: 'task-retracted',
  reopen: 'task-reopened',
  extend: 'task-extended',
  expire: 'task-expired',
};

/** What else of the task changes, made once nothing speaks against the event. Asked again when somebody else was first. */
type Preparation = (held: TaskDocument) => Promise<Partial<TaskContent>>;

/** One try: undefined when somebody else changed the task first. `by` is worked out again each time. */
const attempt = async (
  parts: TaskParts,
  held: TaskDocument,
  event: TaskEvent,
  actor: TaskActor,
  turn: number | undefined,
  prepare?: Preparation,
): Promise<TaskDocument | undefined> => {
  const { store, clock, config } = parts;
  const now = clock.now();
  const result = step(held.task, event, actor, now.toISOString(), config.timeZone);
  if ('refused' in result) throw refusal(result.refused, held.turn);
  if (turn !== undefined && turn !== held.turn && !isQuiet(event))
    throw problem('conflict', {
      revision: held.turn,
      detail: `It was changed after you opened it here. ${taskStanding(held.task, config.timeZone)} Reload the page, then make your change again.`,
    });
  if (!isQuiet(event)) {
    const other = beingSubmitted(held, now);
    if (other !== undefined) throw other;
  }
  const more = (await prepare?.(held)) ?? {};
  const content: TaskContent = { ...held, ...more, task: result.task, turn: held.turn + (isQuiet(event) ? 0 : 1) };
  await audienceHolds(parts, held, content, actor.id);
  const effects = await mailsOf(parts, held._id, event, actor.id, held, content);
  const told = webhookOf[event.kind];
  if (told !== undefined) effects.push(webhookEffect(told, { task: held._id, case: held.case }, now));
  if (handsChange(held, content)) effects.push(workEffect(followWork, { task: held._id }, now));
  const subject = { kind: 'task', id: held._id };
  const noted = isQuiet(event)
    ? 'not noted'
    : noteEffect({ actor: actor.id, action: pastOf[event.kind], subject }, now);
  const next = nextDocument(held, { ...more, task: content.task, turn: content.turn }, noted, effects);
  return store.replace('tasks', next);
};

/** Says in the audit trail what was done, and lets the draft go with the task at once; should either fail, its effect does it. */
const follow = async (parts: TaskParts, before: TaskDocument, after: TaskDocument): Promise<void> => {
  await writeNotes(parts, 'tasks', after);
  if (!handsChange(before, after)) return;
  parts.kick();
  const firstOpened = after.task.state === 'open' && before.task.state !== 'open';
  await followTask(parts, after._id, firstOpened && before.task.holder?.id === after.task.holder?.id).catch(
    (error: unknown) => parts.log.warn({ err: error, task: after._id }, 'draft will follow its task later'),
  );
};

/** Carries out an event by the clock or somebody whose relations are known. */
export const actAs = async (parts: TaskParts, id: string, event: TaskEvent, actor: TaskActor): Promise<TaskDocument> =>
  untilWritten('tasks', async () => {
    const held = await parts.store.get('tasks', id);
    if (held === undefined) throw problem('not-found');
    if (!isQuiet(event) && (await settleSubmitting(parts, held))) return overtaken;
    const changed = await attempt(parts, held, event, actor, undefined);
    if (changed === undefined) return overtaken;
    await follow(parts, held, changed);
    return changed;
  });

/**
 * Carries out an event by a person who has seen the task at `turn`. Throws not-found, forbidden, request-invalid, conflict, or
 * task-refused with who has it since when.
 */
export const act = async (
  parts: TaskParts,
  caller: TaskCaller,
  id: string,
  event: TaskEvent,
  turn?: number,
  prepare?: Preparation,
): Promise<TaskDocument> =>
  untilWritten('tasks', async () => {
    const { document, relations } = await readTask(parts, caller, id);
    // Leaving what one does not write in any more is nothing to refuse: a page does it whenever it is closed.
    if (event.kind === 'release' && document.task.lock?.by.id !== caller.accountId) return document;
    if (!isQuiet(event) && (await settleSubmitting(parts, document))) return overtaken;
    const changed = await attempt(parts, document, event, relations.actor, turn, prepare);
    if (changed === undefined) return overtaken;
    await follow(parts, document, changed);
    return changed;
  });
