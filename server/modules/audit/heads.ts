/**
 * Heads of the audit trail, kept outside the store: each says how far the trail went at a time. A trail that was cut off at its end, or
 * rewritten as a whole, no longer fits them. A file of lines of JSON, only ever added to; copies of it on another machine hold as well.
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
import type { AuditRecord } from '../../platform/audit/entry.ts';
import type { AuditKey } from './key.ts';

export interface AuditHead {
  /** Which trail: there may be several. */
  chain: string;
  at: string;
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

/** The trail that this release writes. */
const mainChain = 'main';

const textOf = ({ chain, at, sequence, hash }: Omit<AuditHead, 'key' | 'proof'>): string =>
  JSON.stringify(['head', chain, at, sequence, hash]);

const end = async (store: Store, direction: 'asc' | 'desc'): Promise<AuditRecord | undefined> =>
  (await store.find<AuditRecord>('audit', { filter: {}, sort: { path: 'sequence', direction }, limit: 1 })).items[0];

/** Adds the trail's head of this moment to the file. Gives it; undefined as long as there is no entry. */
export const keepHead = async (
  store: Store,
  clock: Clock,
  key: AuditKey,
  file: string,
): Promise<AuditHead | undefined> => {
  const last = await end(store, 'desc');
  if (last === undefined) return undefined;
  const head = { chain: mainChain, at: clock.now().toISOString(), sequence: last.sequence, hash: last.hash };
  const whole = { ...head, key: key.id, proof: key.proofOf(textOf(head)) };
  await appendFile(file, `${JSON.stringify(whole)}\n`, { mode: 0o600, flush: true });
  return whole;
};

/** A head that is to be mailed: a day after that, or once it was sent, there is no more use for it. */
interface MailedHead extends Stored, WithEffects {
  expiresAt: string;
}

const dayMs = 24 * 60 * 60_000;

/** Writes down that a head goes to the operator by mail, as its line in the file. */
export const mailHead = async (store: Store, clock: Clock, address: string, head: AuditHead): Promise<void> => {
  const now = clock.now();
  const mail = mailEffect('audit-head', { address }, { line: JSON.stringify(head) }, now);
  await store.insert<MailedHead>('auditHeads', {
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
  sequence: number;
  what: string;
}

/** What of these heads the trail no longer fits. Heads of another secret are compared all the same; only their proof cannot be judged. */
export const headFaults = async (
  store: Store,
  key: AuditKey,
  heads: readonly (AuditHead | undefined)[],
): Promise<HeadFault[]> => {
  const [first, last] = [await end(store, 'asc'), await end(store, 'desc')];
  const faults: HeadFault[] = [];
  for (const [index, head] of heads.entries()) {
    if (head === undefined) {
      faults.push({ sequence: 0, what: `line ${index + 1} of the file of heads is not one` });
      continue;
    }
    if (head.chain !== mainChain) continue;
    const { sequence, hash, at } = head;
    const forged = head.key === key.id && !sameDigest(head.proof, key.proofOf(textOf(head)));
    const shortened = first !== undefined && sequence < first.sequence;
    const held = await store.get<AuditRecord>('audit', String(sequence).padStart(12, '0'));
    if (forged) faults.push({ sequence, what: `the head of ${at} was not written by this service` });
    else if (last === undefined || sequence > last.sequence)
      faults.push({ sequence, what: `entries up to this one were there at ${at} and are missing at the end` });
    else if (!shortened && held?.hash !== hash)
      faults.push({ sequence, what: `this entry or one before it is not what it was at ${at}` });
  }
  return faults;
};
