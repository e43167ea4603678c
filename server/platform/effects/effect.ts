/**
 * What must happen because of a change. Effects are written in the document that changed; the relay carries each out at
 * least once and then takes it off. A document with effects has `effectsDue`, the earliest time of the next attempt.
 */
import type { JsonValue } from '../../../engine/json.ts';
import type { AuditEntry } from '../audit/entry.ts';

export interface MailEffect {
  /** Unique; also makes the Message-ID, so that a repeat can be recognised. */
  id: string;
  kind: 'mail';
  /** Name of a template in `server/mail/templates`. */
  template: string;
  /** An account's id (its address is looked up when sent), or a team's name, or an address that is still to be confirmed. */
  to: { account: string } | { team: string } | { address: string };
  /** Values for the template. Never a child's name or an answer. */
  values: Record<string, JsonValue>;
  attempts: number;
  /** ISO time before which it is not tried. */
  due: string;
  /** ISO time at which it was due first; absent until then. */
  since?: string;
  /** W3C traceparent of what it comes from, where traces are kept. */
  trace?: string;
}

/** Other things to do, by name, handled by the service that registered the name. */
export interface WorkEffect {
  id: string;
  kind: 'work';
  name: string;
  values: Record<string, JsonValue>;
  attempts: number;
  due: string;
  since?: string;
  trace?: string;
}

/** What the audit trail is to say of the change. It is written there once, under `id`, however often it is tried. */
export interface NoteEffect {
  id: string;
  kind: 'note';
  entry: AuditEntry;
  /** ISO time at which it was done. */
  at: string;
  attempts: number;
  due: string;
  since?: string;
  trace?: string;
}

export type Effect = MailEffect | WorkEffect | NoteEffect;

export interface WithEffects {
  effects: Effect[];
  /** The earliest `due` of the effects; absent when there are none. Indexed. */
  effectsDue?: string;
}
