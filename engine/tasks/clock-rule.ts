/** What a clock is, as data, and what it is read from. */
import type { Duration } from '../definition/model/definition.ts';
import type { IsoDate } from '../text/calendar.ts';
import type { TimeLimit, YearSpan } from './clock.ts';

/** A time that counts too, from the last of these events: the later of the days is the last one. */
export interface OtherLimit extends TimeLimit {
  from: string[];
}

/** A clock, as data. */
export interface ClockRule extends TimeLimit {
  id: string;
  label: string;
  /** Any of these events starts it. */
  from: string[];
  /** Any of these events meets it; of a clock that says “not before”, what must wait for its end. */
  metBy?: string[];
  /** Any of these ends it: there is nothing left to do. */
  endedBy?: string[];
  /** The time is somebody's own to use: it is never late, and what meets it must not happen before it is over. */
  notBefore?: boolean;
  laterOf?: OtherLimit[];
  /** A last day in one of these is the first day after it. */
  movedOver?: YearSpan[];
  /** A last day on which nobody works is the next working day. */
  endsOnWorkingDay?: boolean;
  /** From an event of `by` to one of `until` there is no last day yet: `words` say why. */
  held?: { by: string[]; until: string[]; words: string };
  /** One clock for each thing that the events are about. */
  each?: boolean;
  /** While it runs, a later event starts it again; without this the earlier day counts. */
  restarts?: boolean;
  /** It runs only while the person is younger than this. */
  underAge?: number;
  /** How long before its last day it is soon; seven days when not said. */
  warn?: Duration;
  /** Codes of the exceptions that may lift its duty. */
  exceptions?: string[];
  /** An older word: any exception may. */
  pausable?: boolean;
}

/** Something that happened on a day, or is planned for one. */
export interface ClockEvent {
  id: string;
  name: string;
  on: IsoDate;
  /** What it is about, such as the school that was asked. */
  about?: string;
}

/** A reason for which a duty need not be done in its time, “to the extent that it is impractical”. It moves no day. */
export interface ClockException {
  from: IsoDate;
  /** Without it the reason still holds. */
  to?: IsoDate;
  reason: string;
  /** Which of the council's exceptions it is; of what an older release wrote there is none, and it may lift any. */
  code?: string;
  /** The day that the council sets itself. */
  target?: IsoDate;
}

/** By what a clock is read. */
export interface ClockFacts {
  events: readonly ClockEvent[];
  exceptions: readonly ClockException[];
  /** When the person was born. */
  born?: IsoDate;
}
