import Type from 'typebox';
import { route, type Route } from '../http/route.ts';
import type { Services } from '../services/services.ts';

const Findings = Type.Object({
  ready: Type.Boolean(),
  findings: Type.Array(Type.Object({ name: Type.String(), ok: Type.Boolean(), detail: Type.Optional(Type.String()) })),
});

export const healthRoutes = ({ readiness }: Services): Route[] => [
  route({
    method: 'GET',
    path: '/health',
    summary: 'Answers while the process lives.',
    who: 'anyone',
    quiet: true,
    responses: { 200: Type.Object({ status: Type.Literal('ok') }) },
    handler: async () => ({ status: 200, body: { status: 'ok' } }),
  }),
  route({
    method: 'GET',
    path: '/ready',
    summary: 'Whether the service can do its work, and by name what is wrong or worth knowing.',
    who: 'anyone',
    quiet: true,
    responses: { 200: Findings, 503: Findings },
    handler: async () => {
      const findings = await readiness.findings();
      const ready = findings.every(({ ok }) => ok);
      return { status: ready ? 200 : 503, body: { ready, findings } };
    },
  }),
];
