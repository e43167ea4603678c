/** Keys of other systems, for administrators. */
import Type from 'typebox';
import { ApiKey, ApiKeyMade, NewApiKey } from '../../../wire/api.ts';
import { problem } from '../../core/errors.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { route, type Route } from '../../platform/http/route.ts';
import type { ApiKeys } from './api-keys.ts';

const KeyId = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{64}$' }) });

export interface KeyRouteParts {
  keys: ApiKeys;
}

export const keyRoutes = ({ keys }: KeyRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/keys',
    summary: 'Keys of other systems',
    who: ['administrator'],
    responses: { 200: Type.Array(ApiKey) },
    handler: async () => ({ status: 200, body: await keys.list() }),
  }),
  route({
    method: 'POST',
    path: '/api/keys',
    summary: 'Make a key; the reply is the only place where it is seen',
    who: ['administrator'],
    body: NewApiKey,
    responses: { 201: ApiKeyMade },
    handler: async ({ caller, body }) => {
      const made = await keys.make(signedIn(caller), body);
      return { status: 201, body: made };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/keys/:id',
    summary: 'End a key at once',
    who: ['administrator'],
    params: KeyId,
    responses: { 204: null },
    handler: async ({ caller, params }) => {
      if (!(await keys.remove(signedIn(caller).accountId, params.id))) throw problem('not-found');
      return { status: 204 };
    },
  }),
];
