/**
 * How far the audit trail went, once a day. An entry of the trail holds the heads of all chains on which something was written since the last such
 * entry under the same key, those that have ended among them; with the earlier ones of its kind it names every chain that there ever was. The
 * place and hash of that entry go out of the store as one line, a head: a chain that vanished whole or lost its end, or a trail that was
 * rewritten, no longer fits it. A file of lines of JSON, only ever added to; copies of it on another machine hold as well.
 */
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../../../engine/json.ts';
import type { Clock } from '../../core/clock.ts';
import { newId, sameDigest } from '../../core/ids.ts';
import type { WithEffects } from '../../platform/effects/effect.ts';
import { mailEffect, withEffects } from '../../platform/effects/pending.ts';
import type { Config } from '../../core/config.ts';
import type { Store, Stored } from '../../platform/storage/store.ts';
import { every } from '../../platform/storage/every.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { AuditKey } from './key.ts';
import {
  chainsOf,
  endOf,
  idOf,
  linksAsText,
  linksInText,
  nameOfPlace,
  placeOf,
  type ChainLink,
} from '../../platform/audit/links.ts';
import { cutsOf, wasRemoved } from './trail.ts';

export interface AuditHead {
  /** Which chain of the trail. */
  chain: string;
  at: string;
  /** Number of the entry in its chain. */
  sequence: number;
  hash: string;
  /** Name of the key, and the proof of all that stands before. */
  key: string;
  proof: string;
}

/** Where the service keeps them: as the settings say, or else in the data folder. */
export const auditHeadsFile = ({
  auditHeadsFile: given,
  dataDir,
}: Pick<Config, 'auditHeadsFile' | 'dataDir'>): string => (given === '' ? join(dataDir, 'audit-heads.jsonl') : given);

const textOf = ({ chain, at, sequence, hash }: Omit<AuditHead, 'key' | 'proof'>): string =>
  JSON.stringify(['head', chain, at, sequence, hash]);

/** The numbers up to which entries under this key name each chain already. */
const namedBefore = async (store: Store, key: AuditKey): Promise<Map<string, number>> => {
  const named = new Map<string, number>();
  const filter = { action: { eq: 'audit-anchored' } };
  for await (const entry of every(store, 'audit', { filter, sort: { path: 'at', direction: 'asc' } }))
    if (entry.key === key.id)
      for (const { chain, number } of linksInText(entry.detail?.['heads'])) named.set(chain, number);
  return named;
};

/** The ends of all chains that have gone further than `named` says. */
const movedSince = async (store: Store, named: ReadonlyMap<string, number>): Promise<ChainLink[]> => {
  const moved: ChainLink[] = [];
  for await (const chain of chainsOf(store)) {
    const last = await endOf(store, chain);
    if (last === undefined) continue;
    const { number } = placeOf(last);
    if (number > (named.get(chain) ?? 0)) moved.push({ chain, number, hash: last.hash });
  }
  return moved;
};

interface HeadParts {
  store: Store;
  clock: Clock;
  audit: Audit;
  key: AuditKey;
}

/** Writes the heads of all chains into the trail, and the head of that entry into the file. Gives it; undefined as long as there is no entry. */
export const keepHead = async (
  { store, clock, audit, key }: HeadParts,
  file: string,
): Promise<AuditHead | undefined> => {
  const heads = await movedSince(store, await namedBefore(store, key));
  if (heads.length === 0) return undefined;
  const [entry, at] = [newId(), clock.now().toISOString()];
  await audit.write({
    entry,
    at,
    actor: 'system',
    action: 'audit-anchored',
    subject: { kind: 'audit', id: 'audit' },
    detail: { heads: linksAsText(heads) },
  });
  const written = await store.findOne('audit', { entry: { eq: entry } });
  if (written === undefined) throw new Error('The heads that were just written are not in the trail');
  const { chain, number } = placeOf(written);
  const head = { chain, at, sequence: number, hash: written.hash };
  const whole = { ...head, key: key.id, proof: key.proofOf(textOf(head)) };
  await appendFile(file, `${JSON.stringify(whole)}\n`, { mode: 0o600, flush: true });
  return whole;
};

/** A head that is to be mailed: a day after that, or once it was sent, there is no more use for it. */
interface MailedHead extends Stored, WithEffects {
  expiresAt: string;
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    auditHeads: MailedHead;
  }
}

const dayMs = 24 * 60 * 60_000;

/** Writes down that a head goes to the operator by mail, as its line in the file. */
export const mailHead = async (store: Store, clock: Clock, address: string, head: AuditHead): Promise<void> => {
  const now = clock.now();
  const mail = mailEffect('audit-head', { address }, { line: JSON.stringify(head) }, now);
  await store.insert('auditHeads', {
    _id: newId(),
    expiresAt: new Date(now.getTime() + dayMs).toISOString(),
    ...withEffects([mail]),
  });
};

const isHead = (value: unknown): value is AuditHead & Record<string, unknown> =>
  isObject(value) &&
  ['chain', 'at', 'hash', 'key', 'proof'].every((name) => typeof value[name] === 'string') &&
  typeof value['sequence'] === 'number';

/** A line that is no head is `undefined`; a file that is not there has none. */
export const readHeads = async (file: string): Promise<(AuditHead | undefined)[]> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      try {
        const head: unknown = JSON.parse(line);
        return isHead(head) ? head : undefined;
      } catch {
        return undefined;
      }
    });
};

export interface HeadFault {
  /** The entry, by its name. */
  entry: string;
  what: string;
}

/** What of these heads the trail no longer fits. Heads of another secret are compared anyway; only their proof cannot be judged. */
export const headFaults = async (
  store: Store,
  key: AuditKey,
  heads: readonly (AuditHead | undefined)[],
): Promise<HeadFault[]> => {
  const cuts = await cutsOf(store);
  const faults: HeadFault[] = [];
  for (const [index, head] of heads.entries()) {
    if (head === undefined) {
      faults.push({ entry: '0', what: `line ${index + 1} of the file of heads is not one` });
      continue;
    }
    const { chain, sequence, hash, at } = head;
    const place = { chain, number: sequence };
    const entry = nameOfPlace(place);
    const held = await store.get('audit', idOf(place));
    if (head.key === key.id && !sameDigest(head.proof, key.proofOf(textOf(head))))
      faults.push({ entry, what: `the head of ${at} was not written by this service` });
    else if (held === undefined && wasRemoved(cuts, place, at)) continue;
    else if (held === undefined)
      faults.push({ entry, what: `entries up to this one were there at ${at} and are missing at the end` });
    else if (held.hash !== hash)
      faults.push({ entry, what: `this entry or one before it is not what it was at ${at}` });
  }
  return faults;
};
