/** The Koa application: what every request passes, then the routes, then the pages. */
import Router from '@koa/router';
import Koa, { type Context } from 'koa';
import type { Logger } from 'pino';
import type { CallersByKey, SessionsByToken } from './platform/http/callers.ts';
import { endpoint } from './platform/http/endpoint.ts';
import { problem } from './core/errors.ts';
import { createIdempotency } from './platform/http/idempotency.ts';
import { frame } from './platform/http/frame.ts';
import type { Route } from './platform/http/route.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import { createRefusals } from './modules/audit/index.ts';
import { cookiesOf } from './platform/http/cookie.ts';
import { pages } from './platform/http/pages.ts';
import type { Clock } from './core/clock.ts';
import type { Config } from './core/config.ts';
import type { Audit } from './platform/audit/entry.ts';
import type { Metrics } from './platform/metrics/metrics.ts';
import type { Store } from './platform/storage/store.ts';
import type { Tracing } from './platform/tracing/tracing.ts';

const jsonLimit = 1024 * 1024;

export interface AppOptions {
  /** Judge what goes out by the routes' schemas. For tests. */
  checkResponses?: boolean;
}

/** What requests pass before and after a route. */
export interface AppParts {
  config: Config;
  clock: Clock;
  log: Logger;
  store: Store;
  sessions: SessionsByToken;
  keys: CallersByKey;
  audit: Audit;
  metrics: Metrics;
  tracing: Tracing;
}

export const createApp = (given: AppParts, routes: Route[], options: AppOptions = {}): Koa => {
  const { config, log, sessions, keys, store, clock, metrics, tracing } = given;
  const app = new Koa({ proxy: config.trustProxy > 0, maxIpsCount: config.trustProxy });
  // Broken connections of clients; the request itself was answered and logged by the frame.
  app.on('error', (error: unknown) => log.debug({ err: error }, 'connection'));

  // In other letters it is another address: proxies keep `/metrics` inside as it is written.
  const router = new Router({ sensitive: true });
  const parts = {
    sessions,
    clock,
    keys,
    idempotency: createIdempotency(store, clock),
    cookie: cookiesOf(config.publicUrl, config.sessionHours),
    publicOrigin: new URL(config.publicUrl).origin,
    jsonLimit,
    refused: createRefusals(given.audit, clock),
    checkResponses: options.checkResponses ?? false,
  };
  for (const route of routes) router.register(route.path, [route.method], endpoint(route, parts));

  const methodsAt = (path: string): string[] => [
    ...new Set(router.stack.filter((layer) => layer.match(path)).flatMap((layer) => layer.methods)),
  ];
  const unmatched = (ctx: Context): void => {
    const allowed = methodsAt(ctx.path);
    if (allowed.length > 0) throw problem('method-not-allowed', { headers: { Allow: allowed.join(', ') } });
    throw problem('not-found');
  };

  app.use(frame(log, metrics, tracing));
  app.use(securityHeaders(config));
  app.use(router.routes());
  app.use(pages(config));
  app.use(unmatched);
  return app;
};
