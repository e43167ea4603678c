/** Answers while the service opens its store: the port is taken before, and whoever comes then must not wait for ever. */
import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { problemBody } from '../../core/errors.ts';

const retryAfter = 2;

/** `waits`: whether its store is away. The process lives meanwhile, and whoever watches must not end it. */
export const starting =
  (waits: () => boolean): RequestListener =>
  ({ url = '' }, response) => {
    if (url === '/health') {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify({ status: 'ok' }));
      return;
    }
    const detail = waits()
      ? 'The service is waiting for its database. Try again in a few minutes.'
      : 'The service is starting. Try again in a moment.';
    const body = problemBody('unavailable', { detail, retryAfter }, randomUUID());
    response.writeHead(body.status, {
      'Content-Type': 'application/problem+json',
      'Retry-After': String(retryAfter),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      // A proxy may have another server that is further.
      Connection: 'close',
    });
    response.end(JSON.stringify(body));
  };
