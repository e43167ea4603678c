/** What webhooks add to the service. */
import { textOf } from '../../../engine/json.ts';
import { webhookWork } from '../../platform/effects/webhook-effect.ts';
import type { Module } from '../../platform/module.ts';
import { webhookRoutes, type WebhookRouteParts } from './routes.ts';
import { deliverWork } from './webhooks.ts';

export const webhooksModule = (parts: WebhookRouteParts): Module => ({
  routes: webhookRoutes(parts),
  work: {
    [webhookWork]: (effect) => parts.webhooks.spread(effect),
    [deliverWork]: ({ values }) => parts.webhooks.deliver(textOf(values['delivery'])),
  },
});
