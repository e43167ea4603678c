/** A browser's side of HTTP without a browser: keeps the session cookie and sends the header that the portal's own pages send. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed when it is JSON, text otherwise. */
  body: unknown;
  bytes: Buffer;
}

export interface Client {
  get: (path: string) => Promise<Answer>;
  post: (path: string, body?: unknown) => Promise<Answer>;
  put: (path: string, body?: unknown) => Promise<Answer>;
  patch: (path: string, body?: unknown) => Promise<Answer>;
  delete: (path: string) => Promise<Answer>;
  /** Anything else: bytes as body, headers of one's own (`undefined` leaves a usual one out). */
  send: (method: string, path: string, options?: SendOptions) => Promise<Answer>;
  /** Of the session. */
  cookie: () => string | undefined;
}

export interface SendOptions {
  body?: string | Uint8Array<ArrayBuffer> | ReadableStream;
  headers?: Record<string, string | undefined>;
}

const parsed = (type: string | null, bytes: Buffer): unknown => {
  const text = bytes.toString('utf8');
  return type !== null && /\bjson\b/.test(type) && text !== '' ? JSON.parse(text) : text;
};

export const createClient = (url: string, startCookie?: string): Client => {
  const jar = new Map<string, string>();
  const nameOf = (pair: string): string => pair.split('=')[0] ?? '';
  if (startCookie !== undefined) jar.set(nameOf(startCookie), startCookie);

  const keepCookie = (headers: Headers): void => {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      if (/Max-Age=0/.test(line)) jar.delete(nameOf(pair));
      else jar.set(nameOf(pair), pair);
    }
  };
  const all = (): string => [...jar.values()].join('; ');

  const send: Client['send'] = async (method, path, { body, headers = {} } = {}) => {
    const usual: Record<string, string | undefined> = {
      'X-Formwork': '1',
      ...(jar.size === 0 ? {} : { Cookie: all() }),
      ...headers,
    };
    const given = Object.entries(usual).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const response = await fetch(`${url}${path}`, {
      method,
      headers: given,
      redirect: 'manual',
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });
    keepCookie(response.headers);
    const bytes = Buffer.from(await response.arrayBuffer());
    return {
      status: response.status,
      headers: response.headers,
      body: parsed(response.headers.get('Content-Type'), bytes),
      bytes,
    };
  };

  const json = (method: string) => (path: string, body?: unknown) =>
    send(
      method,
      path,
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
    );

  return {
    get: (path) => send('GET', path),
    post: json('POST'),
    put: json('PUT'),
    patch: json('PATCH'),
    delete: (path) => send('DELETE', path),
    send,
    cookie: () => [...jar.values()].find((pair) => nameOf(pair).endsWith('session')),
  };
};
