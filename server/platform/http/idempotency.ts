/** `Idempotency-Key`: a POST that is repeated because its answer was lost is answered like the first, and done once. */
import { createHash } from 'node:crypto';
import { parseJson } from '../../../engine/json.ts';
import type { Clock } from '../../core/clock.ts';
import { DuplicateError, type Store, type Stored } from '../storage/store.ts';
import { problem } from '../../core/errors.ts';
import type { Reply } from './route.ts';

interface RequestDocument extends Stored {
  /** Digest of what was sent. */
  body: string;
  /** Absent while the first request is being answered. */
  reply?: { status: number; body: string; headers: Record<string, string> };
  expiresAt: string;
}

declare module '../storage/store.ts' {
  interface Collections {
    requests: RequestDocument;
  }
}

export interface Idempotency {
  /** Runs `handle`, or gives the reply that the same request had before. `key` is undefined where none was sent. */
  once: (
    key: string | undefined,
    /** `repeatable`: two runs with the same key do no more than one, so that a server that died in the first is no reason to refuse the next. */
    request: { caller: string; route: string; body: unknown; repeatable?: boolean },
    handle: () => Promise<Reply>,
  ) => Promise<Reply>;
}

const keepMs = 24 * 60 * 60_000;
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

export const createIdempotency = (store: Store, clock: Clock): Idempotency => ({
  once: async (key, { caller, route, body, repeatable = false }, handle) => {
    if (key === undefined) return handle();
    if (!/^[\x21-\x7e]{8,200}$/.test(key))
      throw problem('request-invalid', { detail: 'The Idempotency-Key has 8 to 200 printable characters.' });
    const _id = digest(`${caller} ${route} ${key}`);
    const sent = digest(body === undefined ? '' : JSON.stringify(body));
    const expiresAt = new Date(clock.now().getTime() + keepMs).toISOString();
    try {
      await store.insert('requests', { _id, body: sent, expiresAt });
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error;
      const before = await store.get('requests', _id);
      if (before !== undefined && before.body !== sent)
        throw problem('request-invalid', { detail: 'This Idempotency-Key was sent with something else before.' });
      if (before?.reply === undefined && !repeatable)
        throw problem('conflict', {
          detail:
            'The first request with this Idempotency-Key is not answered yet, or its server stopped. Look whether it was done.',
        });
      if (before?.reply !== undefined) {
        const { status, body: text, headers } = before.reply;
        return { status, body: parseJson(text), headers: { ...headers, 'Idempotent-Replayed': 'true' } };
      }
    }
    const reply = await handle().catch(async (error: unknown) => {
      // Nothing was done, so that the same key may be tried again.
      await store.delete('requests', { _id: { eq: _id } });
      throw error;
    });
    const kept = { status: reply.status, body: JSON.stringify(reply.body ?? null), headers: { ...reply.headers } };
    // What was done is answered even if the reply cannot be kept: a repeat is then told to look.
    await store.patch('requests', { _id: { eq: _id } }, { set: { reply: kept } }).catch(() => undefined);
    return reply;
  },
});
