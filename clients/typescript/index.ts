/**
 * A client for the council's own systems, on nothing but `fetch`. Every route that a key may call is an operation by method and path; its
 * parameters, body and reply have the types that the service holds them to.
 *
 *     const formwork = createClient({ url: 'https://forms.council.example', key });
 *     const { body: found } = await formwork.call('GET /api/cases', { query: { q: 'Byron' } });
 */
import type { Operations } from './operations.ts';

export type { Operations } from './operations.ts';

type Name = keyof Operations;
type Given<N extends Name> = Omit<Operations[N], 'reply'>;

/** What an operation takes besides what its own types name. */
export interface CallOptions {
  /** The revision that the change is made to: the `revision` of what was read. */
  ifMatch?: number;
  /** Makes a repeat after a lost answer safe: the same text for the same intention. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export interface Reply<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

/** The problem document (RFC 9457) that the service answered with. `code` never changes its meaning. */
export class FormworkProblem extends Error {
  override name = 'FormworkProblem';
  readonly status: number;
  readonly code: string;
  readonly problem: unknown;
  constructor(status: number, problem: unknown) {
    const text = (name: string): string => {
      const value: unknown = typeof problem === 'object' && problem !== null ? Reflect.get(problem, name) : undefined;
      return typeof value === 'string' ? value : '';
    };
    super(text('detail') || `The service answered with ${status}`);
    this.status = status;
    this.code = text('code');
    this.problem = problem;
  }
}

export interface Client {
  /** Throws FormworkProblem for every answer that is not a success, and what `fetch` throws when there is none. */
  call: <N extends Name>(
    operation: N,
    ...given: object extends Given<N> ? [given?: Given<N> & CallOptions] : [given: Given<N> & CallOptions]
  ) => Promise<Reply<Operations[N]['reply']>>;
}

const isText = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const textOf = (value: unknown): string => (isText(value) ? String(value) : '');

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** `url`: where the service is, without a path. `key`: made by an administrator. */
export const createClient = ({
  url,
  key,
  fetch: send = fetch,
}: {
  url: string;
  key: string;
  fetch?: typeof fetch;
}): Client => ({
  call: async (operation, ...[given]) => {
    const [method = 'GET', path = ''] = operation.split(' ');
    const options: Record<string, unknown> = { ...given };
    const params = new Map(entriesOf(options['params']));
    const address = new URL(
      path.replaceAll(/\{([a-zA-Z]+)\}/g, (_, name: string) => encodeURIComponent(textOf(params.get(name)))),
      url,
    );
    for (const [name, value] of entriesOf(options['query']))
      if (isText(value)) address.searchParams.set(name, String(value));
    const { body, ifMatch, idempotencyKey, signal } = options;
    const response = await send(address, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(typeof ifMatch === 'number' ? { 'If-Match': `"${ifMatch}"` } : {}),
        ...(typeof idempotencyKey === 'string' ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal instanceof AbortSignal ? { signal } : {}),
    });
    const json = response.headers.get('Content-Type')?.includes('json') === true;
    const answer: unknown =
      response.status === 204 ? undefined : json ? await response.json() : await response.arrayBuffer();
    if (!response.ok) throw new FormworkProblem(response.status, answer);
    // The service judges what it sends by the very schemas that these types are made from.
    return { status: response.status, body: answer as never, headers: response.headers };
  },
});
