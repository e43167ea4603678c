/** Turns a declared route into a Koa middleware: same origin → session → role → body → schemas → handler → reply. */
import { HttpMethodEnum, koaBody } from 'koa-body';
import type { Context, Middleware } from 'koa';
import { isObject, textOf } from '../../../engine/json.ts';
import { authorise } from './authorization.ts';
import type { Clock } from '../../core/clock.ts';
import type { CallersByKey, Session, SessionsByToken } from './callers.ts';
import type { Cookies } from './cookie.ts';
import { parseJson } from './json-body.ts';
import { problem, ProblemError } from '../../core/errors.ts';
import type { Idempotency } from './idempotency.ts';
import type { Caller, Reply, Route } from './route.ts';
import { tellSession } from './session-header.ts';
import { refuseOtherSites } from './same-origin.ts';
import { bodyCheck, responseCheck, textCheck } from './validation.ts';

export interface EndpointParts {
  sessions: SessionsByToken;
  clock: Clock;
  keys: CallersByKey;
  idempotency: Idempotency;
  cookie: Cookies;
  publicOrigin: string;
  /** Bytes. */
  jsonLimit: number;
  /** Also judges what goes out; a wrong answer becomes an error. For tests. */
  checkResponses: boolean;
  /** Told of each thing that somebody who is signed in asked for and may not do. */
  refused: (accountId: string, route: string) => Promise<void>;
}

/** Who sends a request; a session and its token only of somebody with a browser. */
interface Calling {
  caller?: Caller;
  session?: Session;
  token?: string;
}

const nothing = (): Promise<void> => Promise.resolve();
const anything = (): void => undefined;

/** What the router found in the path, by name. */
const textsIn = (params: unknown): Record<string, string> =>
  isObject(params) ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, textOf(value)])) : {};

/** The body is not packed as its Content-Encoding says. */
const isUnpackable = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^(Z_|ERR_BROTLI|ERR__ERROR)/.test(error.code);

const cookiesIn = ({ session, device }: Reply, cookie: Cookies): string[] => [
  ...(session === undefined ? [] : [session === null ? cookie.clear() : cookie.set(session.token)]),
  ...(device === undefined ? [] : [cookie.setDevice(device)]),
];

const send = (ctx: Context, reply: Reply, cookie: Cookies): void => {
  ctx.status = reply.status;
  const cookies = cookiesIn(reply, cookie);
  if (cookies.length > 0) ctx.set('Set-Cookie', cookies);
  if (reply.stream !== undefined) ctx.body = reply.stream;
  else if (reply.body !== undefined) {
    ctx.body = JSON.stringify(reply.body);
    ctx.type = 'json';
  } else if (reply.status !== 204) {
    // Koa would otherwise write the status in words.
    ctx.body = '';
    ctx.remove('Content-Type');
  }
  // Last, because setting a body sets a type.
  if (reply.headers !== undefined) ctx.set(reply.headers);
};

const responseChecks = (route: Route): ((reply: Reply) => void) => {
  const checks = new Map<number, ReturnType<typeof responseCheck> | 'stream' | null>();
  for (const [status, schema] of Object.entries(route.responses))
    checks.set(Number(status), schema === null ? null : schema === 'stream' ? 'stream' : responseCheck(schema));
  return (reply) => {
    const check = checks.get(reply.status);
    const where = `${route.method} ${route.path} → ${reply.status}`;
    if (check === undefined) throw new Error(`${where}: not a declared response`);
    if (check === null && reply.body !== undefined) throw new Error(`${where}: has a body`);
    if (check === 'stream' && reply.stream === undefined) throw new Error(`${where}: has no stream`);
    if (typeof check !== 'function') return;
    const sent: unknown = reply.body === undefined ? undefined : JSON.parse(JSON.stringify(reply.body));
    const fault = check(sent);
    if (fault !== undefined) throw new Error(`${where}: ${fault}`);
  };
};

export const endpoint = (route: Route, parts: EndpointParts): Middleware => {
  const { sessions, clock, keys, idempotency, cookie, publicOrigin } = parts;
  const quiet = route.quiet === true;
  const changes = route.method !== 'GET';
  const checkParams = route.params === undefined ? anything : textCheck(route.params, 'not-found');
  const checkQuery = route.query === undefined ? undefined : textCheck(route.query, 'request-invalid');
  const checkBody = route.body === undefined ? undefined : bodyCheck(route.body);
  const checkReply = parts.checkResponses ? responseChecks(route) : anything;
  const parse = koaBody({
    textLimit: parts.jsonLimit,
    textTypes: ['application/json'],
    json: false,
    urlencoded: false,
    multipart: false,
    parsedMethods: [HttpMethodEnum.POST, HttpMethodEnum.PUT, HttpMethodEnum.PATCH],
  });

  const readBody = async (ctx: Context): Promise<unknown> => {
    if (ctx.is('application/json') === false) throw problem('media-type');
    try {
      await parse(ctx, nothing);
    } catch (error) {
      if (isUnpackable(error)) throw problem('malformed');
      throw error;
    }
    const body: unknown = ctx.request.body;
    return typeof body === 'string' && body !== '' ? parseJson(body) : {};
  };

  /** A key speaks for itself; a cookie is sent by the browser whoever asks, so a change must come from our own pages. */
  const whoCalls = async (ctx: Context): Promise<Calling> => {
    const bearer = /^Bearer (\S+)$/i.exec(ctx.get('Authorization'))?.[1];
    if (bearer !== undefined && route.ownToken !== true) {
      const caller = await keys.callerOf(bearer);
      if (caller === undefined)
        throw problem('sign-in-needed', { detail: 'The key is not known, or its time is over.' });
      return { caller };
    }
    if (changes) refuseOtherSites(ctx, publicOrigin);
    const token = cookie.read(ctx.headers.cookie);
    const session = token === undefined ? undefined : await sessions.read(token);
    return token === undefined || session === undefined ? {} : { caller: session.caller, session, token };
  };

  const serve = async (ctx: Context, know: (caller: Caller | undefined) => void): Promise<void> => {
    ctx.state['route'] = route.path;
    const { caller, session, token }: Calling = route.anonymous === true ? {} : await whoCalls(ctx);
    know(caller);
    authorise(route, caller);
    // Refusals say it too.
    if (session !== undefined) tellSession(ctx, clock, quiet, quiet ? session.idleEndsAt : sessions.touch(session));

    const params = textsIn(ctx['params']);
    checkParams(params);
    const query: unknown = checkQuery === undefined ? {} : { ...ctx.query };
    checkQuery?.(query);
    let body: unknown;
    if (checkBody !== undefined) {
      body = await readBody(ctx);
      checkBody(body);
    }
    const answer = async (): Promise<Reply> =>
      await route.handler({
        params,
        query,
        body,
        caller,
        requestId: String(ctx.state['requestId']),
        address: ctx.ip,
        stream: ctx.req,
        header: (name) => ctx.get(name) || undefined,
        device: cookie.readDevice(ctx.headers.cookie),
      });
    const repeated = route.method === 'POST' && caller !== undefined && route.scope !== undefined;
    const key = repeated ? ctx.get('Idempotency-Key') || undefined : undefined;
    const once = { caller: caller?.accountId ?? '', route: ctx.path, body, repeatable: route.repeatable === true };
    const reply = await idempotency.once(key, once, answer);
    checkReply(reply);
    const now = reply.session === undefined ? token : reply.session?.token;
    if (session !== undefined || now !== undefined)
      tellSession(ctx, clock, quiet, now === undefined ? undefined : (await sessions.read(now))?.idleEndsAt);
    send(ctx, reply, cookie);
  };

  return async (ctx) => {
    let who: Caller | undefined;
    try {
      await serve(ctx, (caller) => (who = caller));
    } catch (error) {
      if (who !== undefined && error instanceof ProblemError && error.code === 'forbidden')
        await parts.refused(who.accountId, `${route.method} ${route.path}`);
      throw error;
    }
  };
};
