/** Notes that somebody who is signed in asked for what they may not do: once an hour for each of them and each route. */
import type { Clock } from '../../core/clock.ts';
import type { Audit } from '../../platform/audit/entry.ts';

export type NoteRefusal = (accountId: string, route: string) => Promise<void>;

const onceIn = 60 * 60_000;
const mostKept = 10_000;

/** Whoever asks again and again would fill the trail. */
export const createRefusals = (audit: Audit, clock: Clock): NoteRefusal => {
  const noted = new Map<string, number>();
  return async (accountId, route) => {
    const key = `${accountId} ${route}`;
    const now = clock.now().getTime();
    if (now - (noted.get(key) ?? -Infinity) < onceIn) return;
    if (noted.size >= mostKept) noted.clear();
    noted.set(key, now);
    try {
      await audit.append({ actor: accountId, action: 'request-refused', subject: { kind: 'route', id: route } });
    } catch (error) {
      noted.delete(key);
      throw error;
    }
  };
};
