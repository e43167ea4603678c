/**
 * A route as data. From these declarations come request validation, authorization, its table test and the OpenAPI document.
 * A module’s `routes*.ts` exports `(parts) => Route[]` and names the parts; its `module.ts` lists them and `server/app.ts` mounts them.
 */
import type { Readable } from 'node:stream';
import type { Static, TSchema } from 'typebox';
import type { Role } from '../../../wire/account.ts';
import type { Scope } from '../../../wire/api.ts';

/**
 * Who may call. `anyone`: no session needed. `signed-in`: any account. A list: those roles only. Whether the record is the
 * caller's own is decided by the service that loads it, through `server/authorization.ts`.
 */
export type Who = 'anyone' | 'signed-in' | readonly Role[];

/** The person behind a request. */
export interface Caller {
  accountId: string;
  sessionId: string;
  role: Role;
  email: string;
  name: string;
  professional: boolean;
  /** Only of a request with a key: what the key may do. */
  scopes?: readonly Scope[];
}

export interface Call<Params = Record<string, string>, Query = unknown, Body = unknown> {
  params: Params;
  query: Query;
  body: Body;
  /** Present unless `who` is `anyone` and nobody is signed in. */
  caller: Caller | undefined;
  requestId: string;
  /** The client's address, for limits only; never logged or stored in clear. */
  address: string;
  /** Raw body of routes with `upload: true`. */
  stream: Readable;
  header: (name: string) => string | undefined;
  /** The cookie of a device on which somebody has signed in before. */
  device: string | undefined;
}

export interface Reply {
  status: number;
  /** JSON; absent for 204 and streams. */
  body?: unknown;
  /** A download or other non-JSON answer. */
  stream?: Readable | Buffer;
  headers?: Record<string, string>;
  /** Set (`{token}`) or clear (`null`) the session cookie. */
  session?: { token: string } | null;
  /** Sets the cookie of a known device. */
  device?: string;
}

export interface Route<
  ParamsSchema extends TSchema = TSchema,
  QuerySchema extends TSchema = TSchema,
  BodySchema extends TSchema = TSchema,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As `@koa/router` has it: `/api/drafts/:id`. */
  path: string;
  summary: string;
  who: Who;
  /** What a key must be allowed to call this; without it the route is for people only. */
  scope?: Scope;
  params?: ParamsSchema;
  query?: QuerySchema;
  body?: BodySchema;
  /** The body is a file's bytes and is not read before the handler does. */
  upload?: boolean;
  /** Called by a timer, not by a person: does not put off the end of an idle session. */
  quiet?: boolean;
  /** Answered without asking the store who calls, so that it is answered while the store is away. */
  anonymous?: boolean;
  /** Its handler judges the Authorization header: what stands there is no key of the programming interface. */
  ownToken?: boolean;
  /** Its handler does no more at the second time that it gets the same Idempotency-Key. */
  repeatable?: boolean;
  /** Media types of a stream, with `|` between; any bytes by default. */
  produces?: string;
  /** Responses by status; `null` for no body, `'stream'` for bytes. Problems are understood. */
  responses: Record<number, TSchema | null | 'stream'>;
  handler: (call: Call<Static<ParamsSchema>, Static<QuerySchema>, Static<BodySchema>>) => Reply | Promise<Reply>;
}

/** Gives a declaration its types from its schemas; changes nothing. */
export const route = <P extends TSchema, Q extends TSchema, B extends TSchema>(declaration: Route<P, Q, B>): Route =>
  declaration;
