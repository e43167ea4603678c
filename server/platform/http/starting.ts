/** Answers while the service opens its store: the port is taken before, and whoever comes then must not wait for ever. */
import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { problemBody } from '../../core/errors.ts';

const retryAfter = 2;

export const starting: RequestListener = (_, response) => {
  const body = problemBody(
    'unavailable',
    { detail: 'The service is starting. Try again in a moment.', retryAfter },
    randomUUID(),
  );
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
