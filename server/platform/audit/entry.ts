/** What is noted of an action, and the port to whoever keeps it: the audit module, plugged in where the service is put together. */
import type { Stored } from '../storage/store.ts';
import type { AuditAction } from './words.ts';

export interface AuditEntry {
  /** An account's id, or `system`, or `nobody` for somebody who is not signed in. */
  actor: string;
  action: AuditAction;
  subject: { kind: string; id: string };
  detail?: Record<string, string | number | boolean>;
}

export interface AuditRecord extends Stored, AuditEntry {
  /** 1, 2, 3 … without gaps. */
  sequence: number;
  at: string;
  previous: string;
  hash: string;
  /** The name of the key, and the proof of `hash` by it. Absent in what releases before 0.3.0 wrote. */
  key?: string;
  proof?: string;
}

export interface Audit {
  /** Durable when it resolves. */
  append: (entry: AuditEntry) => Promise<void>;
}
