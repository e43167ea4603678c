/** The outermost middleware: numbers the request, answers every error with a problem document, and logs one line without personal data. */
import { randomUUID } from 'node:crypto';
import type { Context, Next } from 'koa';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics/metrics.ts';
import { InvalidCursorError, StoreUnavailableError } from '../storage/store.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { problemBody, ProblemError, type ProblemCode } from '../../core/errors.ts';

/** What middleware shares about a request. */
export interface RequestState {
  requestId: string;
  /** The matched route's pattern, never the address itself. */
  route: string;
}

const statusCodes: Record<number, ProblemCode> = {
  400: 'malformed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'media-type',
};

/** Errors of the libraries below carry a status; everything else is a fault of ours. */
export const asProblem = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  if (error instanceof InvalidCursorError)
    return new ProblemError('request-invalid', {
      errors: [{ pointer: '/after', message: 'This is from another list' }],
    });
  if (error instanceof StoreUnavailableError) return new ProblemError('unavailable', { retryAfter: 30 });
  if (error instanceof Error && 'status' in error && typeof error.status === 'number')
    return new ProblemError(statusCodes[error.status] ?? (error.status < 500 ? 'malformed' : 'unexpected'));
  return new ProblemError('unexpected');
};

const answer = (ctx: Context, { code, extras }: ProblemError, requestId: string): void => {
  const body = problemBody(code, extras, requestId);
  ctx.status = body.status;
  if (extras.headers !== undefined) ctx.set(extras.headers);
  if (body.retryAfter !== undefined) ctx.set('Retry-After', String(body.retryAfter));
  // What is still on its way, as to a full disk, would be read to its end for nothing.
  if (body.status >= 500 && !ctx.req.complete) ctx.set('Connection', 'close');
  ctx.body = JSON.stringify(body);
  ctx.type = 'application/problem+json';
};

/** Asked every few seconds by machines that watch: nobody wants to read their traces. */
const watched = new Set(['/health', '/health/service', '/ready', '/metrics']);

export const frame = (log: Logger, metrics: Pick<Metrics, 'request'>, tracing: Pick<Tracing, 'root'>) => {
  const answered = async (ctx: Context, next: Next, state: RequestState): Promise<void> => {
    const started = performance.now();
    const { requestId } = state;
    ctx.state = state;
    ctx.set('X-Request-Id', requestId);
    try {
      await next();
    } catch (error) {
      const found = asProblem(error);
      answer(ctx, found, requestId);
      if (ctx.status >= 500)
        log.error({ requestId, err: error instanceof Error ? error : String(error) }, 'request failed');
    }
    const { route } = state;
    const ms = performance.now() - started;
    metrics.request(ctx.method, route, ctx.status, ms / 1000);
    log.info({ requestId, method: ctx.method, route, status: ctx.status, ms: Math.round(ms) }, 'request');
  };

  return (ctx: Context, next: Next): Promise<void> => {
    const requestId = randomUUID();
    const state: RequestState = { requestId, route: 'none' };
    if (watched.has(ctx.path)) return answered(ctx, next, state);
    const { method } = ctx;
    const from = ctx.get('traceparent') || undefined;
    return tracing.root({ name: method, kind: 'server', from }, async (span) => {
      await answered(ctx, next, state);
      const { route } = state;
      if (route !== 'none') span.rename(`${method} ${route}`);
      span.set({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': ctx.status,
        'formwork.request_id': requestId,
      });
      if (ctx.status >= 500) span.fail();
    });
  };
};
