/** Changes to a record as it was when it was read. Apart from `client.ts`, so that signing in loads none of it. */
import { answerOf } from './answer.ts';
import { send } from './client.ts';
import type { Change, Known, Reply, Sent } from './operation.ts';

interface ChangeOptions {
  /** The page is closing; the request must outlive it (64 kB at most). */
  keepalive?: boolean;
  /** The same key twice does the thing once. */
  idempotencyKey?: string;
}

type ChangeRecord = <M extends Change, Path extends string>(
  method: M,
  path: Known<M, Path>,
  revision: number | undefined,
  ...sent: Sent<M, Path, ChangeOptions>
) => Promise<Reply<M, Path>>;

/**
 * Changes what is stored as `revision` (If-Match; undefined where nothing is stored yet or any state will do), and gives what the server answers; `undefined` where the answer has no body. Throws as
 * `send` does: a ProblemError of 409 when somebody else has changed it.
 */
export const change: ChangeRecord = async <T>(
  method: Change,
  path: string,
  revision: number | undefined,
  body?: unknown,
  { idempotencyKey, ...options }: ChangeOptions = {},
): Promise<T> => {
  const response = await send(path, {
    method,
    ...options,
    headers: {
      ...(revision !== undefined && { 'If-Match': `"${revision}"` }),
      ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return answerOf(response);
};
