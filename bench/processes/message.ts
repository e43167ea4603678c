/** What the processes under measurement say to the one that measures. */
import type { Held } from './loop-watch.ts';

/** What a portal is started with, as JSON in its only word. */
export interface PortalWanted {
  /** Folder of the form packages. */
  forms: string;
  /** Data folder. */
  data: string;
  /** How many are signed in when it is ready. */
  people: number;
  /** Of all teams. */
  officers?: number;
  /** Settings by their environment variable, over those of a benchmark. */
  settings?: Record<string, string>;
}

export interface Ready {
  url: string;
  /** Of people who are signed in. */
  cookies: string[];
  /** Of officers who are signed in. */
  officers: string[];
  administrator: string;
}

/** Answers the message `usage`. */
export interface Usage {
  /** Megabytes resident now. */
  resident: number;
  /** The most that were ever resident. */
  peak: number;
  /** Megabytes of the heap in use. */
  heap: number;
  /** Seconds of processor time that all threads took since the process began. */
  processor: number;
  /** How long the event loop was held since the last answer. */
  held: Held;
}
