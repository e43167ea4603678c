import type { JsonValue } from '../../../engine/json.ts';
import type { Subject } from '../../../wire/case.ts';
import type { WithEffects } from '../../platform/effects/effect.ts';
import type { Stored } from '../../platform/storage/store.ts';
import type { Retain } from '../../core/retain.ts';

export interface PersonRef {
  id: string;
  name: string;
}

export interface CaseEventRecord {
  id: string;
  /** One of the events that case.json names. */
  name: string;
  on: string;
  by: PersonRef;
  /** Who or what it is about, such as the school that was asked. */
  about?: string;
  /** The task by which it was noted. */
  task?: string;
}

/** An exception: why duties of the case could not be done in their time. */
export interface CasePause {
  id: string;
  from: string;
  to?: string;
  reason: string;
  /** One of the exceptions that case.json names; none in what an older release wrote. */
  code?: string;
  /** The day that the council set itself. */
  target?: string;
}

/** Somebody asked for the case to be kept, whatever the retention schedule says. */
export interface CaseHold {
  reason: string;
  by: PersonRef;
  at: string;
}

/** A clock from its start to what met or ended it; it runs while neither is there. */
export interface Run {
  clock: string;
  /** Of a clock that runs once for each thing, a keyed digest of what it is about, which only the events say. */
  key?: string;
  /** Name of the event that started it. */
  from: string;
  startedOn: string;
  dueOn: string;
  /** From this day on it is soon. Absent in what an older release wrote. */
  soonOn?: string;
  /** It is the duty or the time of others; the council owes nothing by it. */
  others?: boolean;
  metOn?: string;
  endedOn?: string;
  /** It is past its day, and an exception lifts the duty. */
  stopped: boolean;
}

/** Somebody the council works for. Changed only through the service of cases. */
export interface CaseDocument extends Stored, WithEffects {
  /** One more at each change that a person makes; what callers know as the revision. */
  edition: number;
  reference: string;
  subject: Subject;
  team: string;
  officer?: PersonRef;
  /** An officer keeps the address from everybody outside the council. */
  addressKept?: boolean;
  /** By the dotted names of case.json. */
  values: Record<string, JsonValue>;
  /** The submitted form that opened it. */
  openedFrom?: string;
  events: CaseEventRecord[];
  pauses: CasePause[];
  /** The clocks that have run or run, as they stood when it was last written. */
  runs: Run[];
  hold?: CaseHold;
  /** Absent in what an older release wrote, until its migration is done. */
  retain?: Retain;
  /** `last first` in search spelling: the order of lists. */
  nameKey: string;
  /** Every word of the name in search spelling. */
  words: string[];
  /** `upn=B801200005001`. */
  identifierKeys: string[];
  /** `plan.reviewDate=2026-11-24`, of every value that is a date. */
  dateKeys: string[];
  /** One person, one case: two cannot be made at once by accident. */
  personKey: string;
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    cases: CaseDocument;
  }
}
