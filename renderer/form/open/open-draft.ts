/** A draft opened for filling in: its answers, its saving and its uploads, wired to one another, to the network and to the window. */
import type { QueryClient } from '@tanstack/react-query';
import type { AnswerContext } from '../../../engine/index.ts';
import { isObject, valueAt, withValueAt, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import type { Draft, DraftPatch } from '../../../wire/form.ts';
import { beforeLeaving } from '../../api/before-leaving.ts';
import { call } from '../../api/client.ts';
import { serviceQuery } from '../../api/portal.ts';
import { definitionQuery } from '../../api/records.ts';
import type { FillMode, OpenDraft } from './opened.ts';
import { startFilling } from '../filling.ts';
import { readyForm } from './form-validators.ts';
import { translateIn } from '../../parts/words.ts';
import { hasUnsent, type Failure } from '../saving/autosave.ts';
import { failureOf } from '../saving/failure.ts';
import { baseOf, changesBetween, isEmpty } from '../saving/changes.ts';
import { unsentOnDevice, type Device, type UnsentChanges } from '../saving/unsent-store.ts';
import { startSaving, type SaveResult, type StoredDraft } from '../saving/run.ts';
import { sendFileTo } from '../uploads/send-file.ts';
import { startUploads, type Uploads } from '../uploads/uploads.ts';
import { localeIn, type FormKey } from '../words.ts';

/** JSON from the wire is JSON; only its shape as an object must be seen. */
const answersOf = ({ answers }: Draft): JsonObject => (isObject(answers) ? answers : {});
const valuesOf = ({ context }: Draft): Record<string, JsonValue> => (isObject(context) ? context : {});

const storedOf = (draft: Draft): StoredDraft => ({
  revision: draft.revision,
  savedAt: draft.savedAt,
  expiresAt: draft.expiresAt,
  answers: answersOf(draft),
  pages: draft.pages,
  lastPage: draft.lastPage,
});

/**
 * The draft in the newest version of its form. Words that this device kept from a page of another version go along; words for the version
 * that the draft is in are sent in the usual way first.
 */
const newestDraft = async (
  address: `/api/drafts/${string}`,
  device: Device,
): Promise<{ draft: Draft; held: UnsentChanges | undefined }> => {
  const [draft, held] = await Promise.all([call('GET', address), device.read().catch(() => undefined)]);
  const stale = held?.form !== undefined && held.form !== draft.form.hash;
  if (!stale && (draft.newer === undefined || held !== undefined)) return { draft, held };
  const late = stale ? { form: held.form, base: held.base, ...held.changes } : {};
  const renewed = await call('POST', `${address}/renew`, { revision: draft.revision, ...late });
  if (stale) await device.release().catch(() => undefined);
  return { draft: renewed, held: undefined };
};

/** `pageId`: the page to open, by default the one that was open last. Throws what the API client throws. */
export const openDraft = async (
  queries: QueryClient,
  accountId: string,
  draftId: string,
  mode: FillMode,
  pageId?: string,
): Promise<OpenDraft> => {
  const address = `/api/drafts/${draftId}` as const;
  const device = unsentOnDevice(accountId, draftId);
  const [{ draft, held }, service] = await Promise.all([newestDraft(address, device), queries.query(serviceQuery)]);
  const { definition, validators } = await queries.query(definitionQuery(draft.form));
  const [form, locale] = await Promise.all([
    readyForm(definition, validators, draft.language),
    localeIn(Object.hasOwn(definition.texts, draft.language ?? 'en') ? (draft.language ?? 'en') : 'en'),
  ]);
  const t = translateIn<FormKey>(locale);
  const of = {
    id: draft.form.id,
    version: draft.form.version,
    hash: draft.form.hash,
    ...(draft.language === undefined ? {} : { language: draft.language }),
    ...(draft.task === undefined ? {} : { task: draft.task }),
  };
  const context: AnswerContext = {
    today: service.today,
    values: valuesOf(draft),
    ...(draft.notAsked === undefined ? {} : { notAsked: draft.notAsked }),
  };

  const filling = startFilling({
    form,
    context,
    answers: answersOf(draft),
    pages: draft.pages,
    pageId: form.pages.find(({ id }) => id === pageId)?.id ?? draft.lastPage,
    sources: draft.prefilled,
  });

  const now = () => new Date().toISOString();
  let opened = { answers: filling.state().answers, at: now() };
  /** What others saved, or the news that a newer version has taken over: then what is unsent here is carried into it. */
  const readNewest = async (): Promise<{ draft: StoredDraft } | { failed: Failure }> => {
    const newest = await call('GET', address);
    if (newest.form.hash === draft.form.hash) return { draft: storedOf(newest) };
    const { stored, current } = saving.state();
    const changes = changesBetween(stored.answers, current.answers);
    if (!isEmpty(changes))
      await call('POST', `${address}/renew`, {
        revision: newest.revision,
        form: draft.form.hash,
        base: baseOf(changes, stored.answers),
        ...changes,
      });
    await device.release().catch(() => undefined);
    return { failed: 'renewed' };
  };

  const save = async (patch: DraftPatch, leaving: boolean): Promise<SaveResult> => {
    try {
      return { saved: await call('PATCH', address, patch, { keepalive: leaving }) };
    } catch (error) {
      return failureOf(error);
    }
  };
  const saving = startSaving({
    draft: storedOf(draft),
    held,
    transport: {
      save,
      read: () => readNewest().catch(failureOf),
    },
    heldStore: { ...device, keep: (words) => device.keep({ ...words, form: draft.form.hash, of }) },
    clock: {
      now: () => new Date(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    onAnswers: (answers) => {
      filling.replace(answers);
      opened = { answers, at: now() };
    },
  });

  const rules = form.definition.manifest.attachments;
  const uploads = startUploads({
    rules,
    t,
    send: sendFileTo(draftId, t),
    after: (ms, run) => setTimeout(run, ms),
    onArrived: ({ id, name, bytes, mediaType }) => {
      if (!rules) return;
      const rows = valueAt(filling.state().answers, rules.at);
      const added = { file: { id, name, bytes, mediaType } };
      filling.answer(rules.at, Array.isArray(rows) ? [...rows, added] : [added]);
    },
    // The next save meets the same answer and asks to sign in.
    onSignedOut: () => void saving.flush(),
  });

  const settled = new Set<string>();
  const open: OpenDraft = {
    draft,
    mode: mode.inLanguage?.(t) ?? mode,
    form,
    locale,
    context,
    service,
    filling,
    saving,
    uploads,
    restoredFrom: held && !isEmpty(changesBetween(answersOf(draft), opened.answers)) ? held.at : undefined,
    opened: () => opened,
    hasUnsentElsewhere: () => device.hasOthers().catch(() => false),
    settle: async (key) => {
      await saving.flush();
      const { revision } = saving.state();
      saving.adopt(await call('PATCH', address, { revision, settled: [key] }));
      settled.add(key);
    },
    unplaced: () => draft.unplaced.filter(({ key }) => !settled.has(key)),
    speak: async (language) => {
      filling.commitTyped();
      await saving.flush();
      const { revision } = saving.state();
      saving.adopt(await call('PATCH', address, { revision, language }));
    },
    attach: () => {
      const stops = [device.claim(), attachToWindow({ filling, saving, uploads }), mode.attach?.(open)];
      return () => stops.forEach((stop) => stop?.());
    },
  };
  return open;
};

/** Documents are still on their way. */
export const hasUnderway = (uploads: Uploads): boolean => uploads.queue().some(({ phase }) => phase !== 'failed');

/** The person changed an answer since the form was opened. */
export const hasChanged = ({ filling, opened }: OpenDraft): boolean =>
  !isEmpty(changesBetween(opened().answers, filling.state().answers));

/** Puts the answers back to what they were when the form was opened, and saves that. Documents stay: what was removed is gone. */
export const discardChanges = async ({ filling, saving, opened, form }: OpenDraft): Promise<void> => {
  filling.commitTyped();
  const { at } = form.definition.manifest.attachments ?? {};
  const before = opened().answers;
  const documents = at === undefined ? undefined : valueAt(filling.state().answers, at);
  const answers = at === undefined ? before : withValueAt(before, at, documents);
  filling.replace(isObject(answers) ? answers : before);
  await saving.flush();
};

const attachToWindow = ({
  filling,
  saving,
  uploads,
}: Pick<OpenDraft, 'filling' | 'saving' | 'uploads'>): (() => void) => {
  const change = (): void => {
    const { answers, pages, pageId } = filling.state();
    const { current } = saving.state();
    if (current.answers === answers && current.pages === pages && current.lastPage === pageId) return;
    saving.change({ answers, pages, lastPage: pageId });
  };
  const flush = (): Promise<boolean> => {
    filling.commitTyped();
    return saving.flush();
  };
  const online = (): void => {
    saving.resume();
    uploads.resume();
  };
  const leave = (event: BeforeUnloadEvent): void => {
    filling.commitTyped();
    const { stored, current } = saving.state();
    if (hasUnsent(saving.state())) void saving.flush(true);
    // Which page was open last is not worth a question.
    if (!isEmpty(changesBetween(stored.answers, current.answers)) || hasUnderway(uploads)) event.preventDefault();
  };
  const hide = (): void => {
    // Somebody may have signed in again in another window.
    if (document.visibilityState !== 'hidden') {
      saving.resume();
      return;
    }
    filling.commitTyped();
    void saving.flush(true);
  };

  change();
  const stops = [filling.subscribe(change), beforeLeaving(flush)];
  window.addEventListener('online', online);
  window.addEventListener('beforeunload', leave);
  document.addEventListener('visibilitychange', hide);
  return () => {
    void flush();
    stops.forEach((stop) => stop());
    window.removeEventListener('online', online);
    window.removeEventListener('beforeunload', leave);
    document.removeEventListener('visibilitychange', hide);
  };
};
