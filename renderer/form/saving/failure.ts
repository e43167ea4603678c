/** What a request that went wrong means for saving. */
import { ProblemError } from '../../api/client.ts';
import type { Failure } from './autosave.ts';

export const failureOf = (error: unknown): { failed: Failure; retryAfterMs?: number } => {
  // An answer that cannot be read is as good as none: the next try finds out what came of it.
  if (!(error instanceof ProblemError)) return { failed: 'offline' };
  const { status, code, retryAfter } = error.body;
  if (status === 401) return { failed: 'signedOut' };
  if (code === 'task-refused') return { failed: 'taken' };
  if (code === 'account-full') return { failed: 'full' };
  if (status === 409) return { failed: 'conflict' };
  if (status === 404 || status === 410) return { failed: 'gone' };
  if (status === 408 || status === 429 || status >= 500) {
    return { failed: 'busy', ...(retryAfter !== undefined && { retryAfterMs: retryAfter * 1000 }) };
  }
  return { failed: 'refused' };
};
