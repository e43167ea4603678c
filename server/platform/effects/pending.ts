/** Writing effects into the document that changes. */
import { randomUUID } from 'node:crypto';
import type { JsonValue } from '../../../engine/json.ts';
import type { Change, Store, Stored, CollectionName, Collections } from '../storage/store.ts';
import { overtaken, untilWritten } from '../storage/until-written.ts';
import { traceparent } from '../tracing/running.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Effect, MailEffect, NoteEffect, WithEffects, WorkEffect } from './effect.ts';

const traced = (): { trace?: string } => {
  const trace = traceparent();
  return trace === undefined ? {} : { trace };
};

/** A mail to be sent at once. */
export const mailEffect = (
  template: string,
  to: MailEffect['to'],
  values: Record<string, JsonValue>,
  now: Date,
): MailEffect => ({
  id: randomUUID(),
  kind: 'mail',
  template,
  to,
  values,
  attempts: 0,
  due: now.toISOString(),
  ...traced(),
});

/** Named work to be done at once by the service that registered the name with the relay. */
export const workEffect = (name: string, values: Record<string, JsonValue>, now: Date): WorkEffect => ({
  id: randomUUID(),
  kind: 'work',
  name,
  values,
  attempts: 0,
  due: now.toISOString(),
  ...traced(),
});

/** So long the request that makes a change has to do itself what comes of it, before the relay does. */
const withinRequestMs = 10_000;

/** An effect that the request which writes it carries out itself, and the relay only where that did not come to it. */
export const afterRequest = <T extends Effect>(effect: T): T => ({
  ...effect,
  due: new Date(Date.parse(effect.due) + withinRequestMs).toISOString(),
});

/** An entry of the audit trail, to be written by `writeNotes` as soon as the change that it is about stands, else by the relay. */
export const noteEffect = (entry: AuditEntry, now: Date): NoteEffect =>
  afterRequest({
    id: randomUUID(),
    kind: 'note',
    entry,
    at: now.toISOString(),
    attempts: 0,
    due: now.toISOString(),
    ...traced(),
  });

/** What a change must say of itself: the entry that the audit trail gets, or that it is none of which the trail speaks. */
export type Noted = NoteEffect | 'not noted';

export const notesOf = (noted: Noted): NoteEffect[] => (noted === 'not noted' ? [] : [noted]);

/** The fields of a document that carries `effects`. */
export const withEffects = (effects: Effect[]): WithEffects => {
  const due = earliest(effects);
  return due === undefined ? { effects } : { effects, effectsDue: due };
};

/** The earliest time at which one of the effects is due. */
const earliest = (effects: readonly Effect[]): string | undefined =>
  effects.reduce<string | undefined>((least, { due }) => (least === undefined || due < least ? due : least), undefined);

const asJson = (effect: Effect): JsonValue => {
  if (effect.kind !== 'note') return { ...effect };
  const { actor, action, subject, detail } = effect.entry;
  const entry = { actor, action, subject: { ...subject }, ...(detail === undefined ? {} : { detail: { ...detail } }) };
  return { ...effect, entry };
};

/** Effects as the store takes them in a change. */
const effectsAsJson = (effects: readonly Effect[]): JsonValue => effects.map(asJson);

/** What is still to be done because of a record; older ones may hold none. */
export const effectsIn = (record: Collections[CollectionName]): readonly Effect[] =>
  'effects' in record ? (record.effects ?? []) : [];

/**
 * Makes the change that `change` gives for the document as it is now, and adds effects, in one atomic change, whatever effects are still waiting there; again
 * where somebody else was first. What `change` throws is thrown, and with undefined nothing is changed. Gives the document as it is after, or
 * undefined when it is not there.
 */
export const changedWith = async <Name extends CollectionName>(
  store: Store,
  collection: Name,
  id: string,
  change: (current: Collections[Name]) => Change | undefined,
  effects: readonly Effect[],
): Promise<Collections[Name] | undefined> =>
  untilWritten(collection, async () => {
    const current = await store.get(collection, id);
    if (current === undefined) return undefined;
    const wanted = change(current);
    if (wanted === undefined) return current;
    const filter = { _id: { eq: id }, revision: { eq: current.revision } };
    const whole = effectsChange([...effectsIn(current), ...effects], wanted);
    return (await store.update(collection, filter, whole)) ?? overtaken;
  });

/** As `changedWith`, for what depends on nothing that is there. */
export const effectsAdded = async <Name extends CollectionName>(
  store: Store,
  collection: Name,
  id: string,
  set: Record<string, JsonValue>,
  effects: readonly Effect[],
): Promise<Collections[Name] | undefined> =>
  effects.length === 0
    ? store.update(collection, { _id: { eq: id } }, { set })
    : changedWith(store, collection, id, () => ({ set }), effects);

/** When the next effect of a record is due; undefined where none waits. */
export const dueOf = (record: Stored): string | undefined =>
  'effectsDue' in record && typeof record.effectsDue === 'string' ? record.effectsDue : undefined;

/** When the oldest effect of a record was due first, or will be; undefined where none waits. */
export const overdueSince = (record: Collections[CollectionName]): string | undefined =>
  effectsIn(record)
    .map(({ since, due }) => since ?? due)
    .toSorted()[0];

/** The change, with that by which a document has these effects and no others. */
export const effectsChange = (effects: readonly Effect[], change: Change = {}): Change => {
  const due = earliest(effects);
  const set = { ...change.set, effects: effectsAsJson(effects) };
  if (due === undefined) return { ...change, set, unset: [...(change.unset ?? []), 'effectsDue'] };
  return { ...change, set: { ...set, effectsDue: due } };
};

/** Puts those effects of a document that `which` names to be tried now; gives how many. */
export const hasten = async (
  store: Store,
  collection: CollectionName,
  id: string,
  which: (effect: Effect) => boolean,
  now: Date,
): Promise<number> => {
  const hastened = await untilWritten(collection, async () => {
    const current = await store.get(collection, id);
    const waiting = current === undefined ? [] : effectsIn(current);
    const count = waiting.filter(which).length;
    if (current === undefined || count === 0) return { count: 0 };
    const effects = waiting.map((each) => (which(each) ? { ...each, due: now.toISOString() } : each));
    const filter = { _id: { eq: id }, revision: { eq: current.revision } };
    return (await store.patch(collection, filter, effectsChange(effects))) === undefined ? overtaken : { count };
  });
  return hastened.count;
};

/** Takes an effect off its document, or puts it behind its wait (`due`). */
export const settle = async (
  store: Store,
  collection: CollectionName,
  id: string,
  effect: string,
  due: string | undefined,
): Promise<void> => {
  await untilWritten(collection, async () => {
    const current = await store.get(collection, id);
    const waiting = current === undefined ? [] : effectsIn(current);
    if (current === undefined || !waiting.some((each) => each.id === effect)) return undefined;
    const effects = waiting.flatMap((each) => {
      if (each.id !== effect) return [each];
      return due === undefined ? [] : [{ ...each, due }];
    });
    const filter = { _id: { eq: id }, revision: { eq: current.revision } };
    return (await store.patch(collection, filter, effectsChange(effects))) ?? overtaken;
  });
};
