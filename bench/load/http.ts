/** Requests over connections that stay open, each timed under the name of its route. */
import { Agent, request } from 'node:http';
import { percentile } from '../measure.ts';

export interface Answer {
  status: number;
  body: unknown;
}

export interface Sent {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** As it is declared, such as `/api/drafts/:id`; what is timed together. */
  route: string;
  path: string;
  cookie: string;
  json?: unknown;
  bytes?: Buffer;
  headers?: Record<string, string>;
}

/** All times in milliseconds. */
export interface RouteTimes {
  route: string;
  count: number;
  p50: number;
  p95: number;
  p99: number;
  /** Statuses of 400 and more, with how often they came. */
  refused: Record<string, number>;
}

export interface Http {
  send: (sent: Sent) => Promise<Answer>;
  /** Forgets what was timed before. */
  begin: () => void;
  times: () => RouteTimes[];
  close: () => void;
}

interface Route {
  times: number[];
  refused: Record<string, number>;
}

const parsed = (text: string, type: string | undefined): unknown => {
  const isJson = type !== undefined && /\bjson\b/.test(type) && text !== '';
  const value: unknown = isJson ? JSON.parse(text) : undefined;
  return value;
};

export const createHttp = (url: string): Http => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
  const { hostname, port } = new URL(url);
  const routes = new Map<string, Route>();

  const note = (name: string, milliseconds: number, status: number): void => {
    const route = routes.get(name) ?? { times: [], refused: {} };
    routes.set(name, route);
    route.times.push(milliseconds);
    if (status >= 400) route.refused[status] = (route.refused[status] ?? 0) + 1;
  };

  const send: Http['send'] = ({ method, route, path, cookie, json, bytes, headers = {} }) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const body = json === undefined ? bytes : Buffer.from(JSON.stringify(json));
      const type = json === undefined ? 'application/octet-stream' : 'application/json';
      const sending = request({
        agent,
        hostname,
        port,
        method,
        path,
        headers: {
          'X-Formwork': '1',
          Cookie: cookie,
          ...(body === undefined ? {} : { 'Content-Type': type, 'Content-Length': body.length }),
          ...headers,
        },
      });
      sending.on('error', reject);
      sending.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          note(`${method} ${route}`, performance.now() - began, status);
          resolve({
            status,
            body: parsed(Buffer.concat(chunks).toString('utf8'), response.headers['content-type']),
          });
        });
      });
      sending.end(body);
    });

  return {
    send,
    begin: () => routes.clear(),
    times: () =>
      [...routes]
        .map(([route, { times, refused }]) => ({
          route,
          count: times.length,
          p50: percentile(times, 0.5),
          p95: percentile(times, 0.95),
          p99: percentile(times, 0.99),
          refused,
        }))
        .sort((one, other) => other.count - one.count),
    close: () => agent.destroy(),
  };
};
