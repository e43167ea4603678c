/** Suggestions from the council's lists. */
import Type from 'typebox';
import { RegisterEntry } from '../../../wire/form.ts';
import { problem } from '../../core/errors.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Registers } from './registers.ts';

export interface RegisterRouteParts {
  registers: Registers;
}

export const registerRoutes = ({ registers }: RegisterRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/registers/:name',
    summary: 'Up to ten entries that hold the words typed',
    who: 'signed-in',
    params: Type.Object({ name: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9-]{0,39}$' }) }),
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })) }),
    responses: { 200: Type.Array(RegisterEntry) },
    handler: ({ params, query }) => {
      const entries = registers.suggest(params.name, query.q ?? '');
      if (entries === undefined) throw problem('not-found');
      return { status: 200, body: entries };
    },
  }),
];
