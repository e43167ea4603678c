/** A task's answers: an ordinary draft that goes with its holder from hand to hand. */
import { instantAfter } from '../../../../engine/index.ts';
import { isObject, sameJson, valueAt, withValueAt } from '../../../../engine/json.ts';
import type { JsonObject, JsonValue, Pointer } from '../../../../engine/json.ts';
import type { CompiledForm } from '../../../../engine/index.ts';
import { asConfirmed } from '../../accounts/index.ts';
import { today } from '../../../core/clock.ts';
import { problem } from '../../../core/errors.ts';
import type { FormVersion } from '../../catalogue/index.ts';
import { type DraftDocument, knownValues } from '../../drafts/index.ts';
import type { KnownValues } from '../../../core/known-values.ts';
import { closedAt, isOpen } from '../document.ts';
import type { TaskDocument } from '../document.ts';
import { contextFor, taskPrefill } from '../case/known.ts';
import type { TaskPrefill } from '../case/known.ts';
import type { TaskParts } from '../parts.ts';
import { overtaken, untilWritten } from '../../../platform/storage/until-written.ts';

/** Name of the work that hands a task's draft to whoever has the task. */
export const followWork = 'task-draft';

/** What the account that has it and the day offer: these go when somebody else has it. */
const isOffered = (from: string): boolean => from === 'today' || from.startsWith('user.');

export interface NewTaskDraft {
  id: string;
  task: string;
  holder: string;
  formVersion: FormVersion;
  sends: JsonObject;
  /** Of the case and the task. */
  known: KnownValues;
  expiresAt: string;
}

type DraftsOfTasks = Pick<TaskParts, 'store' | 'clock' | 'config' | 'accounts' | 'groups' | 'catalogue'>;

const holderKnown = async (parts: DraftsOfTasks, holder: string): Promise<KnownValues> => {
  const { accounts, groups, clock, config } = parts;
  const account = holder === '' ? undefined : await accounts.get(holder);
  if (account === undefined) return {};
  const { member, manages } = await groups.of(account._id);
  return knownValues(asConfirmed(account, [...member, ...manages]), today(clock, config.timeZone));
};

const offeredBy = (form: CompiledForm, answers: JsonObject, prefilled: Record<Pointer, string>) =>
  Object.fromEntries(
    form.definition.manifest.prefill.flatMap(({ from, to, locked }): [Pointer, JsonValue][] => {
      const value = valueAt(answers, to);
      return isOffered(from) && !locked && value !== undefined && prefilled[to] !== undefined ? [[to, value]] : [];
    }),
  );

/** Makes the draft of a new task; one of this id that is there already stays as it is. */
export const beginTaskDraft = async (parts: DraftsOfTasks, beginning: NewTaskDraft): Promise<TaskPrefill> => {
  const { store, clock, config } = parts;
  const { id, task, holder, formVersion, sends, expiresAt } = beginning;
  const { draftDays } = formVersion.definition.manifest.retention;
  const form = formVersion.compiled();
  const known = { ...(await holderKnown(parts, holder)), ...beginning.known };
  const begun = taskPrefill(form, sends, known);
  const { answers, prefilled, locked } = begun;
  const now = clock.now().toISOString();
  if ((await store.count('drafts', { _id: { eq: id } })) > 0) return begun;
  await store.insert('drafts', {
    _id: id,
    owner: holder,
    status: 'open',
    form: formVersion.ref,
    effects: [],
    answers,
    pages: {},
    lastPage: '',
    prefilled,
    locked,
    context: { 'draft.startedOn': today(clock, config.timeZone), ...contextFor(form, known) },
    draftDays,
    startedAt: now,
    savedAt: now,
    expiresAt,
    task,
    writers: {},
    offered: offeredBy(form, answers, prefilled),
  });
  return begun;
};

/** Until when what was written is kept. */
export const draftKeptUntil = ({ task, keptDays, createdAt }: TaskDocument): string =>
  isOpen(task)
    ? instantAfter(task.expiresAt ?? instantAfter(createdAt, 3650), keptDays)
    : instantAfter(closedAt(task) ?? createdAt, keptDays);

/** The answers with what the new holder's account and the day offer, where nobody has written anything else. */
const offeredAgain = (form: CompiledForm, draft: DraftDocument, known: KnownValues, wrote: boolean) => {
  const { offered = {} } = draft;
  let { answers } = draft;
  const prefilled = { ...draft.prefilled };
  const next: Record<Pointer, JsonValue> = {};
  for (const { from, to, locked } of form.definition.manifest.prefill) {
    if (!isOffered(from) || locked) continue;
    const held = valueAt(answers, to);
    const untouched = offered[to] !== undefined && sameJson(held, offered[to]) && (from === 'today' || !wrote);
    if (held !== undefined && !untouched) continue;
    const source = known[from];
    const value = source?.value === '' ? undefined : source?.value;
    if (source === undefined || value === undefined) {
      if (held !== undefined && from === 'today') next[to] = held;
      continue;
    }
    const changed = withValueAt(answers, to, value);
    if (isObject(changed)) answers = changed;
    prefilled[to] = source.from;
    next[to] = value;
  }
  return { answers, prefilled, offered: next };
};

/**
 * Hands the draft to whoever has the task now, and offers what is known about them; `again` does so even when the holder is the same.
 * Doing it again changes nothing. A draft that was submitted stays as it is.
 */
export const followTask = async (parts: DraftsOfTasks, id: string, again = false): Promise<void> => {
  const { store, catalogue } = parts;
  await untilWritten('drafts', async () => {
    const name = (await store.get('tasks', id))?.draft ?? '';
    const draft = await store.get('drafts', name);
    // The task after the draft: should it change hands in between, so does the draft, and this change finds another revision.
    const task = await store.get('tasks', id);
    if (task === undefined || draft?.status !== 'open' || task.draft !== draft._id) return undefined;
    const owner = task.task.holder?.id ?? '';
    const expiresAt = draftKeptUntil(task);
    const moved = draft.owner !== owner;
    if (!moved && draft.expiresAt === expiresAt && !again) return undefined;
    // Whoever has it next reads it from the start.
    const set: Record<string, JsonValue> = { owner, expiresAt, ...(moved && owner !== '' && { lastPage: '' }) };
    if (owner !== '' && (moved || again))
      Object.assign(set, await offers(parts, await formVersionOf(catalogue, draft), draft, task));
    const from = draft.passed?.to === draft.revision ? draft.passed.from : draft.revision;
    set['passed'] = { from, to: draft.revision + 1 };
    const filter = { _id: { eq: draft._id }, revision: { eq: draft.revision }, status: { eq: 'open' } };
    return (await store.patch('drafts', filter, { set })) ?? overtaken;
  });
};

const formVersionOf = async (catalogue: DraftsOfTasks['catalogue'], { form }: DraftDocument): Promise<FormVersion> => {
  const formVersion = (await catalogue.formVersion(form.hash)) ?? (await catalogue.newest(form.id));
  if (formVersion === undefined) throw problem('gone');
  return formVersion;
};

const offers = async (
  parts: DraftsOfTasks,
  formVersion: FormVersion,
  draft: DraftDocument,
  { task }: TaskDocument,
): Promise<Record<string, JsonValue>> => {
  const form = formVersion.compiled();
  const owner = task.holder?.id ?? '';
  const known = await holderKnown(parts, owner);
  const wrote = task.contributors.length > 0;
  const { answers, prefilled, offered } = offeredAgain(form, draft, known, wrote);
  const context = Object.fromEntries(Object.entries(draft.context).filter(([name]) => !name.startsWith('user.')));
  return { answers, prefilled, offered, context: { ...context, ...contextFor(form, known) } };
};
