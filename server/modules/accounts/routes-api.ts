/** The interface told by itself, and what other systems need to use it: keys and webhooks. */
import Type from 'typebox';
import {
  ApiKey,
  ApiKeyMade,
  Delivery,
  DeliveryPage,
  NewApiKey,
  NewWebhook,
  Webhook,
  WebhookMade,
} from '../../../wire/api.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { Id } from '../../../wire/shapes.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { apiPage } from '../../platform/http/api-page.ts';
import { problem } from '../../core/errors.ts';
import { openApi } from '../../platform/http/openapi.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import { contentSecurityPolicy } from '../../platform/http/security-headers.ts';
import { newId } from '../../core/ids.ts';
import type { Services } from '../../composition/services.ts';

const KeyId = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{64}$' }) });

export const apiRoutes = ({ keys, webhooks, config }: Services, all: () => readonly Route[]): Route[] => {
  /** Made when somebody asks for the first time: routes and settings stay as they are. */
  let made: { document: JsonObject; page: string } | undefined;
  const interfaceOf = (): { document: JsonObject; page: string } => {
    if (made === undefined) {
      const document = openApi(all(), { title: `${config.council}: ${config.serviceName}`, url: config.publicUrl });
      made = { document, page: apiPage(document) };
    }
    return made;
  };
  return [
    route({
      method: 'GET',
      path: '/api/openapi.json',
      summary: 'This interface as OpenAPI 3.1',
      who: 'anyone',
      responses: { 200: Type.Unknown() },
      handler: () => ({ status: 200, body: interfaceOf().document }),
    }),
    route({
      method: 'GET',
      path: '/api',
      produces: 'text/html',
      summary: 'This interface as a page to read',
      who: 'anyone',
      responses: { 200: 'stream' },
      handler: () => {
        const nonce = newId();
        const policy = contentSecurityPolicy(config.publicUrl.startsWith('https:'), nonce);
        const html = interfaceOf().page.replace('__CSP_NONCE__', nonce);
        const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
        return { status: 200, stream: Buffer.from(html), headers };
      },
    }),
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
    route({
      method: 'GET',
      path: '/api/webhooks',
      summary: 'Addresses that are told what happens',
      who: ['administrator'],
      responses: { 200: Type.Array(Webhook) },
      handler: async () => ({ status: 200, body: await webhooks.list() }),
    }),
    route({
      method: 'POST',
      path: '/api/webhooks',
      summary: 'Tell an address what happens; the reply has the secret of its signatures',
      who: ['administrator'],
      body: NewWebhook,
      responses: { 201: WebhookMade },
      handler: async ({ caller, body }) => {
        const made = await webhooks.make(body, signedIn(caller).accountId);
        return { status: 201, body: made };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/webhooks/:id',
      summary: 'Tell it no more',
      who: ['administrator'],
      params: Type.Object({ id: Id }),
      responses: { 204: null },
      handler: async ({ caller, params }) => {
        if (!(await webhooks.remove(signedIn(caller).accountId, params.id))) throw problem('not-found');
        return { status: 204 };
      },
    }),
    route({
      method: 'GET',
      path: '/api/webhooks/:id/deliveries',
      summary: 'What was sent to an address, newest first',
      who: ['administrator'],
      params: Type.Object({ id: Id }),
      query: Type.Object({
        state: Type.Optional(Delivery.properties.state),
        after: Type.Optional(Type.String({ maxLength: 400 })),
      }),
      responses: { 200: DeliveryPage },
      handler: async ({ params, query }) => ({
        status: 200,
        body: await webhooks.deliveries(params.id, query.state, query.after),
      }),
    }),
    route({
      method: 'POST',
      path: '/api/webhooks/:id/deliveries/:delivery/resend',
      summary: 'Send once more what was given up',
      who: ['administrator'],
      params: Type.Object({ id: Id, delivery: Id }),
      responses: { 202: null },
      handler: async ({ params }) => {
        await webhooks.resend(params.id, params.delivery);
        return { status: 202 };
      },
    }),
  ];
};
