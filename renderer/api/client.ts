import { answerOf } from './answer.ts';
import type { Known, Method, Reply, Sent } from './operation.ts';
import type { ProblemBody } from '../../wire/shapes.ts';

/** The server answered with a problem document (RFC 9457). Its `detail` says what happened and what to do. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly body: ProblemBody;
  constructor(body: ProblemBody) {
    super(body.detail);
    this.body = body;
  }
}

/** No answer came: no network, or the server is not there. */
export class OfflineError extends Error {
  override name = 'OfflineError';
  constructor() {
    super('The service cannot be reached. Check your connection, then try again.');
  }
}

export interface CallOptions {
  signal?: AbortSignal;
  /** The page is closing; the request must outlive it (64 kB at most). */
  keepalive?: boolean;
}

const isProblem = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body;

const unreadable = (status: number): ProblemBody => ({
  type: 'about:blank',
  title: 'The service answered in a way that this page does not understand',
  status,
  code: 'unexpected',
  detail: 'Something went wrong on our side. Try again in a minute.',
  instance: '',
});

const problemOf = async (response: Response): Promise<ProblemBody> => {
  try {
    const body: unknown = await response.json();
    return isProblem(body) ? body : unreadable(response.status);
  } catch {
    return unreadable(response.status);
  }
};

let endsAt = Infinity;

/** When the session ends unless the person does something; milliseconds since 1970 by this browser's clock. The server said so last. */
export const sessionEndsAt = (): number => endsAt;

/** Takes note of what an answer says about the session: its header `Formwork-Session`, or `null` where there is none. */
export const noteSession = (header: string | null): void => {
  const left = /;\s*ends-in=(\d+)/.exec(header ?? '')?.[1];
  if (left !== undefined) endsAt = Date.now() + Number(left) * 1000;
};

const signedOutListeners = new Set<() => void>();

/** Told whenever the server says that nobody is signed in any more. Gives the way to stop listening. */
export const onSignedOut = (listener: () => void): (() => void) => {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
};

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** Throws `OfflineError` when there is no answer and `ProblemError` for every status from 400. */
export const send = async (path: string, { headers, ...init }: Init): Promise<Response> => {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'X-Formwork': '1', ...headers },
    });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new OfflineError();
  }
  noteSession(response.headers.get('Formwork-Session'));
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.code === 'sign-in-needed') signedOutListeners.forEach((listener) => listener());
  throw new ProblemError(problem);
};

type Call = <M extends Method, Path extends string>(
  method: M,
  path: Known<M, Path>,
  ...sent: Sent<M, Path, CallOptions>
) => Promise<Reply<M, Path>>;

/** One call to the API: JSON out, JSON back; `undefined` where the answer has no body. Throws as `send` does. */
export const call: Call = async <T>(
  method: Method,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<T> => {
  const response = await send(path, {
    method,
    ...options,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  return answerOf(response);
};
