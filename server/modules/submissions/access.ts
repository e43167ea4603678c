/** Who sees what was submitted: whoever submitted it, and the team that it is with. */
import { problem } from '../../core/errors.ts';
import type { Caller } from '../../platform/http/route.ts';
import { type Teams, teamsOf } from '../groups/index.ts';

/** How somebody who may see a submission stands to it; one may be both. */
export interface SubmissionRelations {
  own: boolean;
  /** An officer of its team, or an administrator. */
  council: boolean;
}

/** Works out how a caller stands to a submission. Throws not-found for everybody else, as for one that does not exist. */
export const submissionRelationsOf = async (
  teams: Pick<Teams, 'of'>,
  record: { owner: string; team: string },
  caller: Caller,
): Promise<SubmissionRelations> => {
  const own = record.owner === caller.accountId;
  const mine = await teamsOf(teams, caller);
  const council = mine === undefined || mine.includes(record.team);
  if (!own && !council) throw problem('not-found');
  return { own, council };
};

/** Throws forbidden for whoever only submitted it: it is the team that responds. */
export const mayRespond = ({ council }: SubmissionRelations): void => {
  if (council) return;
  throw problem('forbidden', {
    detail: 'This is with another team. Only its officers and administrators may respond to it.',
  });
};
