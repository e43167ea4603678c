import type { JsonObject } from '../../../engine/json.ts';
import type { WebhookEvent } from '../../../wire/api.ts';
import type { WorkEffect } from './effect.ts';
import { workEffect } from './pending.ts';

/** Name of the relay's work: to make the deliveries of what happened. */
export const webhookWork = 'webhook';

/** The effect that tells of `event`; `data` names records by id and holds nothing about a person. */
export const webhookEffect = (event: WebhookEvent, data: JsonObject, now: Date): WorkEffect =>
  workEffect(webhookWork, { event, at: now.toISOString(), data }, now);
