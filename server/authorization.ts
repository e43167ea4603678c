/** Who may do what: by role here, by relation to the record in the service that loads it. Denied unless allowed. */
import { problem } from './http/errors.ts';
import type { Caller, Who } from './http/route.ts';

/** Throws the problem that answers a caller who is not among `who`. */
export const authorise = (who: Who, caller: Caller | undefined): void => {
  if (who === 'anyone') return;
  if (caller === undefined) throw problem('sign-in-needed');
  if (who !== 'signed-in' && !who.includes(caller.role)) throw problem('forbidden');
};

/** The caller of a route that needs one. */
export const signedIn = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw problem('sign-in-needed');
  return caller;
};

/** `record` when it is the caller's own; other people's records look as if they did not exist. */
export const own = <T extends { owner: string }>(record: T | undefined, caller: Caller): T => {
  if (record === undefined || record.owner !== caller.accountId) throw problem('not-found');
  return record;
};

/** `record` when it is the caller's own or the caller works for the council. */
export const ownOrOfficer = <T extends { owner: string }>(record: T | undefined, caller: Caller): T =>
  record !== undefined && (caller.role === 'officer' || caller.role === 'administrator') ? record : own(record, caller);

/** `record` when it is one of these teams'; `undefined` stands for all teams, of which only administrators have the records. */
export const ofTeam = <T extends { team: string }>(record: T | undefined, teams: readonly string[] | undefined): T => {
  if (record === undefined || teams?.includes(record.team) === false) throw problem('not-found');
  return record;
};
