/** What this process counts while it works. Labels are patterns and kinds; nothing that names a person or a record. */
import { Counter, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** `route`: the pattern, never the address. */
  request: (method: string, route: string, status: number, seconds: number) => void;
  mail: (outcome: 'sent' | 'failed') => void;
  /** Something that had to be done will not be tried again. `kind`: mail or work. */
  givenUp: (kind: string) => void;
  store: (operation: string, seconds: number, failed: boolean) => void;
  /** Exposition format 0.0.4. */
  text: () => Promise<string>;
}

const requestBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const storeBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5];
/** Whoever sends another method than these must not make a line of its own. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

export const createMetrics = (): Metrics => {
  // Its own, since one process may run several portals.
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'formwork_requests_total',
    help: 'Requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const latency = new Histogram({
    name: 'formwork_request_seconds',
    help: 'Time until a request was answered, by method and route.',
    labelNames: ['method', 'route'],
    buckets: requestBounds,
    registers,
  });
  const mails = new Counter({
    name: 'formwork_mails_total',
    help: 'Attempts to hand a mail to the mail server.',
    labelNames: ['outcome'],
    registers,
  });
  const lost = new Counter({
    name: 'formwork_effects_given_up_total',
    help: 'Mails and other work that were tried for days and will not be tried again.',
    labelNames: ['kind'],
    registers,
  });
  // A counter that is first seen at 1 has not risen, as far as an alert can tell.
  for (const kind of ['mail', 'work']) lost.inc({ kind }, 0);
  const calls = new Histogram({
    name: 'formwork_store_seconds',
    help: 'Time until the store answered.',
    labelNames: ['operation'],
    buckets: storeBounds,
    registers,
  });
  const failures = new Counter({
    name: 'formwork_store_failures_total',
    help: 'Calls that the store did not carry out.',
    labelNames: ['operation'],
    registers,
  });
  return {
    request: (given, route, status, seconds) => {
      const method = methods.has(given) ? given : 'other';
      requests.inc({ method, route, status: String(status) });
      latency.observe({ method, route }, seconds);
    },
    mail: (outcome) => mails.inc({ outcome }),
    givenUp: (kind) => lost.inc({ kind }),
    store: (operation, seconds, failed) => {
      calls.observe({ operation }, seconds);
      if (failed) failures.inc({ operation });
    },
    text: () => registry.metrics(),
  };
};
