/**
 * Autosave: one durable compare-and-set of what changed. What is not right yet is kept as typed; the form has a say only in what is so far
 * from what it asks for that no person wrote it.
 */
import { createHash } from 'node:crypto';
import { fromPointer, sameJson, valueAt, type JsonObject, type JsonValue, type Pointer } from '../../../engine/json.ts';
import type { DraftPatch, Saved } from '../../../wire/form.ts';
import { own } from '../../platform/http/authorization.ts';
import { problem } from '../../core/errors.ts';
import type { Clock } from '../../core/clock.ts';
import type { Change, Store } from '../../platform/storage/store.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';
import type { CompiledForm } from '../../../engine/index.ts';
import { bytesOf, maxAnswerBytes, refuseFarOver } from './bounds.ts';
import type { DraftDocument } from './documents.ts';
import type { DraftGuard } from './guard.ts';
import { filledIn, type DraftHead, type DraftHeads } from './heads.ts';
import { merged } from './prefill.ts';
import type { Room } from './room.ts';
import { instantAfter } from '../../../engine/index.ts';

/** Who says whether somebody may write in a draft that belongs to a task. */
export interface WriteGuard {
  /** Notes that they do. Throws why they may not. */
  writing: (task: string, accountId: string) => Promise<void>;
}

export interface SaveParts {
  store: Store;
  clock: Clock;
  heads: DraftHeads;
  keeper: () => WriteGuard | undefined;
  /** The version with this hash in a language, as long as there is one. */
  formOf: (hash: string, language: string | undefined) => Promise<CompiledForm | undefined>;
  guard: DraftGuard;
  room: Pick<Room, 'answers'>;
}

/** What changed, its values known to be JSON. */
export type DraftChange = Omit<DraftPatch, 'set'> & { set: JsonObject };

/**
 * Saves for `owner`. A repeat of the very last save (its reply was lost) is answered like the first.
 * Throws not-found, conflict (with the stored revision), draft-submitted, gone, too-large, account-full or answers-far-over.
 */
export const saveDraft = async (parts: SaveParts, owner: string, id: string, patch: DraftChange): Promise<Saved> => {
  const { store, clock, heads } = parts;
  let head = heads.get(id) ?? (await headOf(parts, owner, id));
  await refuseUnkept(parts, owner, id, head, patch);
  const text = JSON.stringify([
    patch.set,
    patch.unset ?? null,
    patch.pages ?? null,
    patch.lastPage ?? null,
    patch.settled ?? null,
    ...(patch.language === undefined ? [] : [patch.language]),
  ]);
  const bytes = Buffer.byteLength(text, 'utf8');
  if (head.bytes + bytes > Math.min(head.room, maxAnswerBytes)) head = await measured(parts, owner, id, patch);
  head.bytes += bytes;
  if (head.task !== undefined) return saveForTask(parts, owner, head.task, id, patch, text);

  if (head.locked || !(await isPlain(parts, head))) return saveGuarded(parts, owner, head, id, patch, text);
  const now = clock.now().toISOString();
  const expiresAt = instantAfter(now, head.draftDays);
  const lastSave = createHash('sha256').update(`${patch.revision}${text}`).digest('base64url');
  const revision = await store.patch(
    'drafts',
    {
      _id: { eq: id },
      owner: { eq: owner },
      revision: { eq: patch.revision },
      status: { eq: 'open' },
      expiresAt: { gt: now },
    },
    changeOf(patch, { savedAt: now, expiresAt, lastSave }, head.prefilled),
  );
  if (revision !== undefined) {
    head.prefilled = head.prefilled.filter((place) => !isTouched(patch, place));
    return { revision, savedAt: now, expiresAt };
  }

  const draft = await openDraft(parts, owner, id);
  if (draft.lastSave === lastSave && draft.revision === patch.revision + 1) {
    return { revision: draft.revision, savedAt: draft.savedAt, expiresAt: draft.expiresAt };
  }
  throw problem('conflict', { revision: draft.revision });
};

/**
 * Saves in a task's draft, whoever has it: the task says who may write. Words written on the state that was there before the draft
 * went into other hands are taken too, for the service changes nothing that somebody wrote.
 */
const saveForTask = async (
  { store, clock, keeper, guard }: SaveParts,
  writer: string,
  task: string,
  id: string,
  patch: DraftChange,
  text: string,
): Promise<Saved> => {
  await mayWrite({ keeper }, task, writer);
  const lastSave = createHash('sha256').update(`${patch.revision}${text}`).digest('base64url');
  const saveTo = async (draft: DraftDocument): Promise<Saved | undefined> => {
    const now = clock.now().toISOString();
    const { change, shown } = await guarded(guard, draft, writer, patch);
    const revision = await store.patch(
      'drafts',
      { _id: { eq: id }, revision: { eq: draft.revision }, status: { eq: 'open' } },
      withTimes(change, { savedAt: now, lastSave }),
    );
    if (revision === undefined) return undefined;
    return { revision, savedAt: now, expiresAt: draft.expiresAt, ...shown };
  };
  return untilWritten('drafts', async () => {
    const draft = await store.get('drafts', id);
    if (draft === undefined) throw problem('not-found');
    if (draft.status === 'submitted') throw problem('draft-submitted');
    const { savedAt, expiresAt, passed } = draft;
    if (draft.lastSave === lastSave && draft.revision > patch.revision)
      return { revision: draft.revision, savedAt, expiresAt, answers: await others(guard, draft, writer, patch) };
    const current = draft.revision === patch.revision;
    const before = passed?.to === draft.revision && patch.revision >= passed.from && patch.revision < passed.to;
    if (!current && !before) throw problem('conflict', { revision: draft.revision });
    return (await saveTo(draft)) ?? overtaken;
  });
};

/** Saves in a draft of which something is locked, or kept from people, perhaps from its owner. */
const saveGuarded = async (
  parts: SaveParts,
  owner: string,
  head: DraftHead,
  id: string,
  patch: DraftChange,
  text: string,
): Promise<Saved> => {
  const { store, clock, guard } = parts;
  const lastSave = createHash('sha256').update(`${patch.revision}${text}`).digest('base64url');
  const draft = await openDraft(parts, owner, id);
  const { revision: stored, savedAt, expiresAt: until } = draft;
  if (draft.lastSave === lastSave && stored === patch.revision + 1)
    return { revision: stored, savedAt, expiresAt: until, answers: await others(guard, draft, owner, patch) };
  if (stored !== patch.revision) throw problem('conflict', { revision: stored });
  const now = clock.now().toISOString();
  const expiresAt = instantAfter(now, head.draftDays);
  const { change, shown } = await guarded(guard, draft, owner, patch);
  const open = { _id: { eq: id }, owner: { eq: owner }, revision: { eq: stored }, status: { eq: 'open' } };
  const revision = await store.patch('drafts', open, withTimes(change, { savedAt: now, expiresAt, lastSave }));
  if (revision === undefined) throw problem('conflict', { revision: (await openDraft(parts, owner, id)).revision });
  return { revision, savedAt: now, expiresAt, ...shown };
};

/** Whether nothing of the form is kept from anybody; remembered with the draft's head. */
const isPlain = async ({ guard, formOf }: SaveParts, head: DraftHead): Promise<boolean> => {
  const names = guard.names();
  if (head.plain?.names !== names) {
    const form = await formOf(head.form, head.language);
    head.plain = { names, is: form === undefined || guard.isPlain(form) };
  }
  return head.plain.is;
};

/** The change of a draft when somebody sends `patch`, with what they come to see by it. */
const guarded = async (
  guard: DraftGuard,
  draft: DraftDocument,
  accountId: string,
  patch: DraftChange,
): Promise<{ change: Change; shown: Pick<Saved, 'answers'> }> => {
  const { set, unset, writers, shown } = await guard.after(draft, accountId, {
    set: patch.set,
    unset: patch.unset ?? [],
  });
  const kept = merged(draft.answers, { set, unset });
  const written = filledIn(draft).filter((place) => !sameJson(valueAt(draft.answers, place), valueAt(kept, place)));
  const change = changeOf({ ...patch, set, unset: [...unset] }, {}, written);
  return {
    change: writers === undefined ? change : { ...change, set: { ...change.set, writers } },
    shown: shown === undefined ? {} : { answers: shown },
  };
};

const withTimes = (change: Change, times: Record<string, string>): Change => ({
  ...change,
  set: { ...change.set, ...times },
});

/** What they see besides what they sent, for whoever did not hear the first reply. */
const others = async (guard: DraftGuard, draft: DraftDocument, accountId: string, { set }: DraftChange) => {
  const seen = await guard.see(draft, accountId);
  return seen.only(
    Object.keys(seen.answers).filter((key) => !Object.hasOwn(set, key) || !sameJson(set[key], seen.answers[key])),
  );
};

/** Throws why somebody may not write in a task's draft. */
export const mayWrite = async ({ keeper }: Pick<SaveParts, 'keeper'>, task: string, writer: string): Promise<void> => {
  const kept = keeper();
  if (kept === undefined) throw problem('not-found');
  await kept.writing(task, writer);
};

/** Whether a change says something of the answer at a place, or around it. */
const isTouched = ({ set, unset = [] }: DraftChange, place: Pointer): boolean => {
  const [top = ''] = fromPointer(place);
  return Object.hasOwn(set, top) || unset.includes(top);
};

/** `prefilled`: places of which it is told that the portal filled them in. Whoever changes an answer wrote it themselves. */
const changeOf = (patch: DraftChange, times: Record<string, string>, prefilled: readonly Pointer[]): Change => {
  const set: Record<string, JsonValue> = { ...times };
  for (const [key, value] of Object.entries(patch.set)) set[`answers.${key}`] = value;
  for (const [page, state] of Object.entries(patch.pages ?? {})) set[`pages.${page}`] = state;
  if (patch.lastPage !== undefined) set['lastPage'] = patch.lastPage;
  if (patch.language !== undefined) set['language'] = patch.language;
  const gone = [...new Set(patch.unset ?? [])].filter((key) => !Object.hasOwn(patch.set, key));
  const unset = [
    ...gone.map((key) => `answers.${key}`),
    ...[...new Set(patch.settled ?? [])].map((key) => `unplaced.${key}`),
    ...prefilled.filter((place) => isTouched(patch, place)).map((place) => `prefilled.${place}`),
  ];
  return { set, ...(unset.length === 0 ? {} : { unset }) };
};

/** The caller's draft while it can still be changed; else the problem that says why not. */
export const openDraft = async (
  { store, clock }: Pick<SaveParts, 'store' | 'clock'>,
  owner: string,
  id: string,
): Promise<DraftDocument> => {
  const draft = own(await store.get('drafts', id), owner);
  if (draft.status === 'submitted') throw problem('draft-submitted');
  refuseExpired(draft, clock);
  return draft;
};

/** Throws gone once the time of a draft is over. */
export const refuseExpired = ({ expiresAt }: DraftDocument, clock: Clock): void => {
  if (expiresAt <= clock.now().toISOString()) throw problem('gone');
};

const headOf = async (parts: SaveParts, owner: string, id: string) => {
  const draft = await parts.store.get('drafts', id);
  if (draft?.task !== undefined) return parts.heads.remember(draft);
  return parts.heads.remember(await openDraft(parts, owner, id));
};

/** Throws answers-far-over, to nobody but whoever may write in the draft. */
const refuseUnkept = async (
  parts: SaveParts,
  owner: string,
  id: string,
  { form, language, task }: DraftHead,
  { set }: DraftChange,
): Promise<void> => {
  const compiled = await parts.formOf(form, language);
  if (compiled === undefined) return;
  try {
    refuseFarOver(compiled, set);
  } catch (error) {
    if (task === undefined) await openDraft(parts, owner, id);
    else await mayWrite(parts, task, owner);
    throw error;
  }
};

/** Measures what the answers would be, and counts them; throws too-large or account-full when they would not fit. */
const measured = async (parts: SaveParts, owner: string, id: string, patch: DraftChange): Promise<DraftHead> => {
  const found = await parts.store.get('drafts', id);
  if (found?.task !== undefined) await mayWrite(parts, found.task, owner);
  const draft = found?.task === undefined ? await openDraft(parts, owner, id) : found;
  const gone = new Set(patch.unset ?? []);
  const kept = Object.entries(draft.answers).filter(([key]) => !gone.has(key));
  const answers: JsonObject = { ...Object.fromEntries(kept), ...patch.set };
  const bytes = bytesOf(answers);
  if (bytes > maxAnswerBytes) {
    throw problem('too-large', {
      detail: 'All answers of a form together may have 2 MB. Shorten some of them, or attach them as documents.',
    });
  }
  const room = draft.task === undefined ? await parts.room.answers(draft.owner, id, bytes) : maxAnswerBytes;
  return Object.assign(parts.heads.remember(draft), { room });
};
