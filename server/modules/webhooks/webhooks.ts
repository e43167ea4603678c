/**
 * Tells the council's own systems what happened. Whatever changes leaves a work effect `webhook` in its own document; from it comes one delivery
 * for each webhook that wants the event, under an id that a repeat cannot make twice; the relay sends it, again and again for a day.
 */
import { createHmac } from 'node:crypto';
import { isObject, textOf } from '../../../engine/json.ts';
import type { Delivery, DeliveryPage, NewWebhook, Webhook, WebhookEvent, WebhookMade } from '../../../wire/api.ts';
import type { Clock } from '../../core/clock.ts';
import type { WithEffects, WorkEffect } from '../../platform/effects/effect.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { effectsAdded, noteEffect, withEffects, workEffect } from '../../platform/effects/pending.ts';
import { removeNoted } from '../../platform/effects/removal.ts';
import { problem } from '../../core/errors.ts';
import { DuplicateError, type Store, type Stored } from '../../platform/storage/store.ts';
import { traceparent } from '../../platform/tracing/running.ts';
import { newId, sha256 } from '../../core/ids.ts';
import { post } from './post.ts';

/** A release before 0.3.0 wrote no effects. */
interface WebhookDocument extends Stored, Partial<WithEffects> {
  url: string;
  events: WebhookEvent[];
}

interface DeliveryDocument extends Stored, WithEffects {
  webhook: string;
  event: WebhookEvent;
  at: string;
  body: string;
  state: Delivery['state'];
  attempts: number;
  last?: string;
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    webhooks: WebhookDocument;
    deliveries: DeliveryDocument;
  }
}

export interface Webhooks {
  list: () => Promise<Webhook[]>;
  /** Throws request-invalid for an address that is not for the public network, where that is asked. */
  make: (wanted: NewWebhook, by?: string) => Promise<WebhookMade>;
  /** Ends the notices at once, for the account `by`; false when there is none. */
  remove: (by: string, id: string) => Promise<boolean>;
  deliveries: (webhook: string, state: Delivery['state'] | undefined, after?: string) => Promise<DeliveryPage>;
  /** Sends once more what was given up. Throws not-found, or conflict for anything else. */
  resend: (webhook: string, delivery: string) => Promise<void>;
  /** For the relay: makes the deliveries of something that happened. */
  spread: (effect: WorkEffect) => Promise<void>;
  /** For the relay: one attempt; rejects when there has to be another. */
  deliver: (delivery: string) => Promise<void>;
}

/** Name of the relay's work: one attempt at one delivery. */
export const deliverWork = 'deliver-webhook';

const giveUpAfterMs = 24 * 60 * 60_000;
const timeOutMs = 10_000;
const listed = 50;

/** `t=<seconds>,v1=<hex>` over `<seconds>.<body>`. */
export const signature = (secret: string, body: string, seconds: number): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

const isEvent = (value: unknown, events: readonly WebhookEvent[]): value is WebhookEvent =>
  events.some((each) => each === value);

export interface WebhooksParts {
  store: Store;
  clock: Clock;
  audit: Audit;
  kick: () => void;
  /** The server's own secret; each webhook's is derived from it, so that none is stored. */
  secret: string;
  /** Addresses of the own network are allowed. */
  allowPrivate: boolean;
}

export const createWebhooks = (parts: WebhooksParts): Webhooks => {
  const { store, clock, kick, secret, allowPrivate } = parts;
  const noteOf = (actor: string, action: 'webhook-made' | 'webhook-ended', id: string) =>
    noteEffect({ actor, action, subject: { kind: 'webhook', id } }, clock.now());
  const secretOf = (id: string): string =>
    `whsec_${createHmac('sha256', secret).update(`webhook:${id}`).digest('base64url')}`;
  const dead = (id: string): Promise<number> =>
    store.count('deliveries', { webhook: { eq: id }, state: { eq: 'dead' } });
  const onWire = async ({ _id, url, events, createdAt }: WebhookDocument): Promise<Webhook> => ({
    id: _id,
    url,
    events,
    createdAt,
    dead: await dead(_id),
  });
  const all = async (): Promise<WebhookDocument[]> => {
    const sort = { path: '_id', direction: 'asc' } as const;
    return (await store.find('webhooks', { filter: {}, sort, limit: 200 })).items;
  };

  return {
    list: async () => Promise.all((await all()).map(onWire)),

    make: async ({ url, events }, by = 'system') => {
      const parsed = URL.parse(url);
      if (parsed === null || (parsed.protocol !== 'https:' && !allowPrivate))
        throw problem('request-invalid', {
          errors: [{ pointer: '/url', message: 'Enter an address that starts with https://' }],
        });
      const _id = newId();
      const made = await store.insert('webhooks', {
        _id,
        url: parsed.href,
        events: [...new Set(events)],
        ...withEffects([noteOf(by, 'webhook-made', _id)]),
      });
      await writeNotes(parts, 'webhooks', made);
      return { ...(await onWire(made)), secret: secretOf(made._id) };
    },

    remove: async (by, id) => {
      const found = await store.get('webhooks', id);
      if (found === undefined) return false;
      return removeNoted(parts, { collection: 'webhooks', documents: [found] }, noteOf(by, 'webhook-ended', id));
    },

    deliveries: async (webhook, state, after) => {
      const page = await store.find('deliveries', {
        filter: { webhook: { eq: webhook }, ...(state === undefined ? {} : { state: { eq: state } }) },
        sort: { path: 'at', direction: 'desc' },
        limit: listed,
        ...(after === undefined ? {} : { after }),
      });
      const items = page.items.map(({ _id, event, at, state: now, attempts, last }): Delivery => ({
        id: _id,
        event,
        at,
        state: now,
        attempts,
        ...(last === undefined ? {} : { last }),
      }));
      return page.next === undefined ? { items } : { items, next: page.next };
    },

    resend: async (webhook, id) => {
      const found = await store.get('deliveries', id);
      if (found === undefined || found.webhook !== webhook) throw problem('not-found');
      if (found.state !== 'dead') throw problem('conflict', { detail: 'Only what was given up is sent once more.' });
      const again = { state: 'waiting', at: clock.now().toISOString() } as const;
      await effectsAdded(store, 'deliveries', id, again, [workEffect(deliverWork, { delivery: id }, clock.now())]);
      kick();
    },

    spread: async ({ id, values }) => {
      const { event, at, data } = values;
      for (const { _id, events } of await all()) {
        if (!isEvent(event, events)) continue;
        const delivery = sha256(`${id} ${_id}`).slice(0, 43);
        const body = JSON.stringify({ id: delivery, event, at, data: isObject(data) ? data : {} });
        try {
          await store.insert('deliveries', {
            _id: delivery,
            webhook: _id,
            event,
            at: textOf(at),
            body,
            state: 'waiting',
            attempts: 0,
            ...withEffects([workEffect(deliverWork, { delivery }, clock.now())]),
          });
        } catch (error) {
          if (!(error instanceof DuplicateError)) throw error;
        }
      }
      kick();
    },

    deliver: async (id) => {
      const found = await store.get('deliveries', id);
      const hook = found && (await store.get('webhooks', found.webhook));
      if (found === undefined || hook === undefined || found.state !== 'waiting') return;
      const seconds = Math.floor(clock.now().getTime() / 1000);
      const trace = traceparent();
      const headers = {
        'Formwork-Signature': signature(secretOf(hook._id), found.body, seconds),
        ...(trace === undefined ? {} : { traceparent: trace }),
      };
      const outcome = await post(hook.url, found.body, headers, { allowPrivate, timeOutMs });
      const tooLate = clock.now().getTime() - Date.parse(found.at) > giveUpAfterMs;
      const state = outcome.delivered ? 'delivered' : tooLate ? 'dead' : 'waiting';
      await store.patch(
        'deliveries',
        { _id: { eq: id } },
        { set: { state, last: outcome.words }, add: { attempts: 1 } },
      );
      if (state === 'waiting') throw new Error(`webhook not delivered: ${outcome.words}`);
    },
  };
};
