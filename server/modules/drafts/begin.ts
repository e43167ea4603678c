/** The document that a form begins as. Whether somebody may begin it is decided by whoever calls. */
import type { JsonObject, JsonValue } from '../../../engine/json.ts';
import { today } from '../../core/clock.ts';
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { AccountRecord } from '../accounts/index.ts';
import type { FormVersion, Registers } from '../catalogue/index.ts';
import { bytesOf, maxAnswerBytes } from './bounds.ts';
import type { DraftDocument } from './documents.ts';
import { contextOf, knownValues } from './known.ts';
import { carriedAnswers, lockedCells, prefill, withDetails } from './prefill.ts';
import type { KnownValues } from '../../core/known-values.ts';
import { instantAfter } from '../../../engine/index.ts';
import { newId } from '../../core/ids.ts';

export interface BeginParts {
  store: Store;
  clock: Clock;
  timeZone: string;
  registers: Pick<Registers, 'named'>;
}

interface BeginOptions {
  owner: AccountRecord;
  formVersion: FormVersion;
  /** In which it is filled in. */
  language?: string | undefined;
  /** Answers brought along; those that the form does not ask for are left out. */
  carried: JsonObject;
  /** Known values by dotted name besides those of the account, and before them. */
  values?: Record<string, JsonValue>;
  /** Counts it, before it is there, among what its owner has; answers in bytes. */
  count?: (id: string, bytes: number) => Promise<void>;
}

/** Begins a draft of any version and any kind of form. Throws too-large and what `count` throws. */
export const beginDraft = async (
  { store, clock, timeZone, registers }: BeginParts,
  { owner, formVersion, language, carried, values = {}, count }: BeginOptions,
): Promise<DraftDocument> => {
  const { manifest, schema } = formVersion.definition;
  const day = today(clock, timeZone);
  const known: KnownValues = knownValues(owner, day);
  for (const [name, value] of Object.entries(values)) known[name] = { value, from: 'what is known' };
  const filled = prefill(manifest, carriedAnswers(schema, carried), known);
  const { answers, prefilled, locked } = withDetails(formVersion.compiled(), filled, registers.named);
  const bytes = bytesOf(answers);
  if (bytes > maxAnswerBytes) throw problem('too-large');
  const _id = newId();
  await count?.(_id, bytes);
  const now = clock.now().toISOString();
  return store.insert('drafts', {
    _id,
    owner: owner._id,
    status: 'open',
    form: formVersion.ref,
    effects: [],
    answers,
    pages: {},
    lastPage: '',
    ...(language === undefined ? {} : { language }),
    prefilled,
    locked: [...locked, ...lockedCells(formVersion.compiled(), answers, Object.keys(prefilled))],
    context: { ...contextOf(known, day), ...values },
    draftDays: manifest.retention.draftDays,
    startedAt: now,
    savedAt: now,
    expiresAt: instantAfter(now, manifest.retention.draftDays),
  });
};
