/** What a module adds to the service: one plain object, which `composition/` walks. */
import type { MyDataPart } from '../core/my-data.ts';
import type { ReadinessCheck } from '../core/readiness.ts';
import type { Worker } from './effects/relay.ts';
import type { Route } from './http/route.ts';
import type { Job } from './jobs/jobs.ts';

export interface Module {
  /** Of two that fit an address, the earlier answers. */
  routes: Route[];
  /** Who does the work of effects, by its name. */
  work?: Readonly<Record<string, Worker>>;
  jobs?: Job[];
  /** Checks of `/ready`, by name. */
  ready?: Readonly<Record<string, ReadinessCheck>>;
  /** Parts of “my data”, by heading. */
  myData?: Readonly<Record<string, MyDataPart>>;
  /** Reads what it holds in memory, before the first request and when a test changed it. */
  load?: () => Promise<void>;
}

/** A check that tells what is wrong with the council's own files (the service goes on with what it had), and what else is worth knowing of them. */
export const wordsOf =
  (problems: () => readonly string[], notes: () => readonly string[] = () => []): ReadinessCheck =>
  () => {
    const [wrong, worth] = [problems(), notes()];
    if (wrong.length + worth.length === 0) return undefined;
    return { level: wrong.length > 0 ? 'fault' : 'note', detail: [...wrong, ...worth].join(' ') };
  };
