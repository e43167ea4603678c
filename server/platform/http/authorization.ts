/** Who may do what: by role here, by relation to the record in the service that loads it. Denied unless allowed. */
import { problem } from '../../core/errors.ts';
import type { Caller, Route } from './route.ts';

/** Throws the problem that answers a caller who is not among `who`, or whose key is not for the route's `scope`. */
export const authorise = ({ who, scope }: Pick<Route, 'who' | 'scope'>, caller: Caller | undefined): void => {
  if (who === 'anyone') return;
  const { scopes } = caller ?? {};
  if (scopes !== undefined && (scope === undefined || !scopes.includes(scope))) throw problem('forbidden');
  if (caller === undefined) throw problem('sign-in-needed');
  if (who !== 'signed-in' && !who.includes(caller.role)) throw problem('forbidden');
};

/** The caller of a route that needs one. */
export const signedIn = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw problem('sign-in-needed');
  return caller;
};

/** `record` when it is the account's own; other people's records look as if they did not exist. */
export const own = <T extends { owner: string }>(record: T | undefined, accountId: string): T => {
  if (record === undefined || record.owner !== accountId) throw problem('not-found');
  return record;
};
