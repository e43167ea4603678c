/** What is noted of an action, and the port to whoever keeps it: the audit module, plugged in where the service is put together. */
import type { Stored } from '../storage/store.ts';
import type { ActAction, AuditAction } from './words.ts';

export interface AuditEntry<Action extends AuditAction = AuditAction> {
  /** An account's id, or `system`, or `nobody` for somebody who is not signed in. */
  actor: string;
  action: Action;
  subject: { kind: string; id: string };
  detail?: Record<string, string | number | boolean>;
}

/** An entry of something that was done before it is written down. */
export interface NotedEntry extends AuditEntry {
  /** Its own, by which it stands in the trail once however often it is written. */
  entry: string;
  /** ISO time at which it was done. */
  at: string;
}

/** An entry of something that happens to a record once only, written before it happens: tried again, it is still one. */
export const onlyOnce = (entry: AuditEntry, now: Date): NotedEntry => ({
  ...entry,
  entry: `${entry.action} ${entry.subject.kind} ${entry.subject.id}`,
  at: now.toISOString(),
});

/**
 * An entry as the trail holds it, in one of its chains. The chain of releases before 0.3.0 has `sequence` and neither `chain`, `number` nor
 * `entry`; all others are the other way round.
 */
export interface AuditRecord extends Stored, AuditEntry {
  /** 1, 2, 3 … without gaps. */
  sequence?: number;
  chain?: string;
  /** Within its chain: 1, 2, 3 … without gaps. */
  number?: number;
  entry?: string;
  /** In the first of a chain: the newest entry that its writer knew of, with its hash. */
  after?: { id: string; hash: string };
  at: string;
  previous: string;
  hash: string;
  /** The name of the key, and the proof of `hash` by it. Absent in what releases before 0.3.0 wrote. */
  key?: string;
  proof?: string;
}

declare module '../storage/store.ts' {
  interface Collections {
    audit: AuditRecord;
  }
}

export interface Audit {
  /** Of an act that changes no record, before it is answered. Durable when it resolves. */
  append: (entry: AuditEntry<ActAction>) => Promise<void>;
  /** Of a change that is stored, which holds the entry until this is done: it may be given again, and is written once. Durable when it resolves. */
  write: (entry: NotedEntry) => Promise<void>;
}
