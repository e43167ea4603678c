/** What this process counts while it works. Labels are patterns and kinds; nothing that names a person or a record. */
import { createRegistry } from './registry.ts';

export interface Metrics {
  /** `route`: the pattern, never the address. */
  request: (method: string, route: string, status: number, seconds: number) => void;
  mail: (outcome: 'sent' | 'failed') => void;
  store: (operation: string, seconds: number, failed: boolean) => void;
  text: () => string;
}

const requestBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const storeBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5];
/** Whoever sends another method than these must not make a line of its own. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

export const createMetrics = (): Metrics => {
  const registry = createRegistry();
  const requests = registry.counter('formwork_requests_total', 'Requests by method, route and status.');
  const latency = registry.histogram(
    'formwork_request_seconds',
    'Time until a request was answered, by method and route.',
    requestBounds,
  );
  const mails = registry.counter('formwork_mails_total', 'Attempts to hand a mail to the mail server.');
  const calls = registry.histogram('formwork_store_seconds', 'Time until the store answered.', storeBounds);
  const failures = registry.counter('formwork_store_failures_total', 'Calls that the store did not carry out.');
  return {
    request: (given, route, status, seconds) => {
      const method = methods.has(given) ? given : 'other';
      requests.add({ method, route, status: String(status) });
      latency.observe({ method, route }, seconds);
    },
    mail: (outcome) => mails.add({ outcome }),
    store: (operation, seconds, failed) => {
      calls.observe({ operation }, seconds);
      if (failed) failures.add({ operation });
    },
    text: registry.text,
  };
};
