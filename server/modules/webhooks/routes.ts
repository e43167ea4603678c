/** Addresses that are told what happens, and what was sent to them, for administrators. */
import Type from 'typebox';
import { Delivery, DeliveryPage, NewWebhook, Webhook, WebhookMade } from '../../../wire/api.ts';
import { Id } from '../../../wire/shapes.ts';
import { problem } from '../../core/errors.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { route, type Route } from '../../platform/http/route.ts';
import type { Webhooks } from './webhooks.ts';

export interface WebhookRouteParts {
  webhooks: Webhooks;
}

export const webhookRoutes = ({ webhooks }: WebhookRouteParts): Route[] => [
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
