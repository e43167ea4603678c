/** Whose records somebody works on: an officer those of their teams, an administrator all, anybody else none. */
import { problem } from '../../core/errors.ts';
import type { Caller } from '../../platform/http/route.ts';
import type { Teams } from './teams.ts';

/** The teams whose records the caller sees; `undefined` for all of them, so that no list is split by team. */
export const teamsOf = async (teams: Pick<Teams, 'of'>, { accountId, role }: Caller): Promise<string[] | undefined> =>
  role === 'administrator' ? undefined : role === 'applicant' ? [] : teams.of(accountId);

/** Those of the caller's teams that are asked for; of somebody else's, none. */
export const teamsAsked = (mine: string[] | undefined, team: string | undefined): string[] | undefined => {
  if (team === undefined) return mine;
  return mine === undefined || mine.includes(team) ? [team] : [];
};

/** `record` when it is one of these teams'; others look as if they did not exist. */
export const ofTeam = <T extends { team: string }>(record: T | undefined, mine: readonly string[] | undefined): T => {
  if (record === undefined || mine?.includes(record.team) === false) throw problem('not-found');
  return record;
};
