/** What a thread of messages stands at, who is concerned there, and in what part the caller speaks. */
import type { Caller } from '../../platform/http/route.ts';
import type { Groups, TeamDocument, Teams } from '../groups/index.ts';
import type { SubmissionDocument } from '../drafts/index.ts';
import type { Submissions } from '../submissions/index.ts';
import type { Tasks } from '../tasks/index.ts';

export type ThreadKind = 'task' | 'submission';

export interface ThreadPlace {
  kind: ThreadKind;
  id: string;
  /** Accounts that are concerned and not the council's. */
  people: string[];
  team: string;
  /** The caller speaks for the team. */
  council: boolean;
  /** Addresses of its pages: for people, for the council. */
  paths: { people: string; council: string };
  submission?: SubmissionDocument;
}

export interface PlaceParts {
  submissions: Pick<Submissions, 'read'>;
  tasks: Pick<Tasks, 'find'>;
  groups: Pick<Groups, 'peopleWithin'>;
  teams: Teams;
}

/** Whether somebody of the council works in the team; administrators do in teams that have no officers. */
export const worksIn = ({ accountId, role }: Caller, { officers }: Pick<TeamDocument, 'officers'>): boolean =>
  role !== 'applicant' && (officers.includes(accountId) || (role === 'administrator' && officers.length === 0));

/** Throws not-found for whoever has nothing to do with it, gone when it is no longer shown. */
export const placeFor = async (
  { submissions, tasks, groups, teams }: PlaceParts,
  caller: Caller,
  kind: ThreadKind,
  id: string,
): Promise<ThreadPlace> => {
  if (kind === 'submission') {
    const { submission, own } = await submissions.read(caller, id);
    const { owner, team } = submission;
    const paths = { people: `/submitted/${id}?read=messages`, council: `/received/${id}` };
    return { kind, id, people: [owner], team, council: !own, paths, submission };
  }
  const { task } = await tasks.find(caller, id);
  const { holder, lastHolder, group, team } = task;
  const inTray = holder === null && group !== null && ['offered', 'returned'].includes(task.state);
  const person = holder ?? lastHolder;
  const people = inTray
    ? (await groups.peopleWithin([group.id])).map(({ _id }) => _id)
    : person === null
      ? []
      : [person.id];
  const council =
    caller.role !== 'applicant' &&
    holder?.id !== caller.accountId &&
    (await teams.of(caller.accountId)).includes(team.id);
  const paths = { people: `/tasks/${id}?read=messages`, council: `/council/tasks/${id}` };
  return { kind, id, people, team: team.id, council, paths };
};
