/** The interface for the council's own systems: keys, webhooks and their deliveries. */
import Type, { type Static } from 'typebox';
import { Id, IsoTime, Words } from './shapes.ts';

const closed = { additionalProperties: false };
const Name = Words(120);

/** What a key may do; a route that names no scope is not open to keys. */
export const Scope = Type.Union([
  Type.Literal('cases:read'),
  Type.Literal('cases:write'),
  Type.Literal('tasks:read'),
  Type.Literal('tasks:write'),
  Type.Literal('submissions:read'),
  Type.Literal('submissions:write'),
  Type.Literal('groups:read'),
  Type.Literal('groups:write'),
]);
export type Scope = Static<typeof Scope>;

/**
 * GET /api/keys → ApiKey[]; POST → 201 NewApiKeyMade, the only time that the key itself is seen; DELETE /api/keys/:id (administrators). Send it as
 * `Authorization: Bearer <key>`. What it does is done in the name of the account that it was made for.
 */
export const ApiKey = Type.Object({
  id: Id,
  name: Type.String(),
  /** The account whose relations (teams) the key has. */
  account: Type.Object({ id: Id, name: Type.String() }),
  scopes: Type.Array(Scope),
  createdAt: IsoTime,
  expiresAt: IsoTime,
  lastUsedAt: Type.Optional(IsoTime),
});
export type ApiKey = Static<typeof ApiKey>;
export const NewApiKey = Type.Object(
  {
    name: Name,
    /** An officer or administrator; the caller when absent. */
    account: Type.Optional(Id),
    scopes: Type.Array(Scope, { minItems: 1, maxItems: 20 }),
    days: Type.Integer({ minimum: 1, maximum: 366 }),
  },
  closed,
);
export type NewApiKey = Static<typeof NewApiKey>;
export const ApiKeyMade = Type.Intersect([ApiKey, Type.Object({ key: Type.String() })]);
export type ApiKeyMade = Static<typeof ApiKeyMade>;

export const WebhookEvent = Type.Union([
  Type.Literal('submission.received'),
  Type.Literal('task.sent'),
  Type.Literal('task.reassigned'),
  Type.Literal('task.submitted'),
  Type.Literal('task.retracted'),
  Type.Literal('task.expired'),
]);
export type WebhookEvent = Static<typeof WebhookEvent>;

/**
 * GET /api/webhooks → Webhook[]; POST → 201 WebhookMade with the secret; DELETE /api/webhooks/:id (administrators). Each event is POSTed as JSON
 * {id, event, at, data} with `Formwork-Signature: t=<seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`. Anything but a 2xx is tried again for a day.
 */
export const Webhook = Type.Object({
  id: Id,
  url: Type.String(),
  events: Type.Array(WebhookEvent),
  createdAt: IsoTime,
  /** Deliveries that were given up and wait to be sent again by hand. */
  dead: Type.Integer(),
});
export type Webhook = Static<typeof Webhook>;
export const NewWebhook = Type.Object(
  {
    url: Type.String({ maxLength: 500, pattern: '^https?://' }),
    events: Type.Array(WebhookEvent, { minItems: 1, maxItems: 20 }),
  },
  closed,
);
export type NewWebhook = Static<typeof NewWebhook>;
export const WebhookMade = Type.Intersect([Webhook, Type.Object({ secret: Type.String() })]);
export type WebhookMade = Static<typeof WebhookMade>;

/** GET /api/webhooks/:id/deliveries?state=&after= → DeliveryPage, newest first. POST …/:delivery/resend → 202. */
export const Delivery = Type.Object({
  id: Id,
  event: WebhookEvent,
  at: IsoTime,
  state: Type.Union([Type.Literal('waiting'), Type.Literal('delivered'), Type.Literal('dead')]),
  attempts: Type.Integer(),
  /** What the last attempt met: a status, or why there was none. */
  last: Type.Optional(Type.String()),
});
export type Delivery = Static<typeof Delivery>;
export const DeliveryPage = Type.Object({ items: Type.Array(Delivery), next: Type.Optional(Type.String()) });
export type DeliveryPage = Static<typeof DeliveryPage>;
