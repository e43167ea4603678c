/** Changes to a record as it was when it was read. Apart from `client.ts`, so that signing in loads none of it. */
import { send } from './client.ts';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface ChangeOptions {
  /** The page is closing; the request must outlive it (64 kB at most). */
  keepalive?: boolean;
}

/**
 * Changes what is stored as `revision` (If-Match), and gives what the server answers; `undefined` where the answer has no body. Throws as
 * `send` does: a ProblemError of 409 when somebody else has changed it.
 */
export const change = async <T>(
  method: Method,
  path: string,
  revision: number,
  body?: unknown,
  options: ChangeOptions = {},
): Promise<T> => {
  const response = await send(path, {
    method,
    ...options,
    headers: { 'If-Match': `"${revision}"`, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = text === '' ? undefined : JSON.parse(text);
  return answer;
};
