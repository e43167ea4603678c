import { createHash, timingSafeEqual } from 'node:crypto';
import Type from 'typebox';
import { ServiceFinding } from '../../../wire/council.ts';
import { problem } from '../../core/errors.ts';
import { route, type Call, type Route } from '../../platform/http/route.ts';
import type { Config } from '../../core/config.ts';
import type { Readiness } from '../../core/readiness.ts';
import type { Metrics } from '../../platform/metrics/metrics.ts';

const Findings = Type.Object({
  ready: Type.Boolean(),
  findings: Type.Array(ServiceFinding),
  /** Ids of the keys that this server has taken up, the one that seals first. */
  keys: Type.Optional(Type.Array(Type.String())),
});

const own = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** With a token: whoever has it. Without: this machine, but not a proxy on it that speaks for others. */
const mayMeasure = (token: string, { address, header }: Pick<Call, 'address' | 'header'>): boolean => {
  if (token !== '') {
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(header('authorization') ?? ''), digest(`Bearer ${token}`));
  }
  return own.has(address) && ['x-forwarded-for', 'forwarded', 'via'].every((name) => header(name) === undefined);
};

export interface HealthRouteParts {
  readiness: Readiness;
  metrics: Metrics;
  /** How things stand at this moment, as Prometheus reads it. */
  state: () => Promise<string>;
  config: Config;
  /** Ids of the keys that this server has taken up, the one that seals first. */
  keysTaken: () => string[];
}

export const healthRoutes = ({ readiness, metrics, state, config, keysTaken }: HealthRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/health',
    summary: 'Answers while the process lives.',
    who: 'anyone',
    quiet: true,
    anonymous: true,
    responses: { 200: Type.Object({ status: Type.Literal('ok') }) },
    handler: () => ({ status: 200, body: { status: 'ok' } }),
  }),
  route({
    method: 'GET',
    path: '/ready',
    summary:
      'For proxies: whether requests should come to this server. What is wrong or worth knowing is told by name to whoever may read the figures, and to nobody else.',
    who: 'anyone',
    quiet: true,
    anonymous: true,
    responses: { 200: Findings, 503: Findings },
    ownToken: true,
    handler: async (call) => {
      const { ready, findings } = await readiness.look();
      const status = ready ? 200 : 503;
      if (!mayMeasure(config.metricsToken, call)) return { status, body: { ready, findings: [] } };
      return { status, body: { ready, findings, keys: keysTaken() } };
    },
  }),
  route({
    method: 'GET',
    path: '/health/service',
    summary:
      'For operators: whether all is well with this server, with what is wrong or worth knowing. People may still be served when it is not. For whoever may read the figures.',
    who: 'anyone',
    quiet: true,
    anonymous: true,
    responses: { 200: Findings, 503: Findings },
    ownToken: true,
    handler: async (call) => {
      if (!mayMeasure(config.metricsToken, call)) throw problem('not-found');
      const { ready, findings } = await readiness.look();
      return { status: findings.every(({ ok }) => ok) ? 200 : 503, body: { ready, findings, keys: keysTaken() } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/service/state',
    summary: 'What each part of the service says of itself, such as that there is no virus scanner or that it is away',
    who: ['administrator'],
    responses: { 200: Type.Array(ServiceFinding) },
    handler: async () => ({ status: 200, body: await readiness.findings() }),
  }),
  route({
    method: 'GET',
    path: '/metrics',
    summary: 'Figures of this server for Prometheus: with the token of the settings, or else from the machine itself.',
    who: 'anyone',
    quiet: true,
    anonymous: true,
    ownToken: true,
    produces: 'text/plain',
    responses: { 200: 'stream' },
    handler: async (call) => {
      if (!mayMeasure(config.metricsToken, call)) throw problem('not-found');
      const [counted, present] = await Promise.all([metrics.text(), state()]);
      return {
        status: 200,
        stream: Buffer.from(counted + present),
        headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
      };
    },
  }),
];
