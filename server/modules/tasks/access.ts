/** How somebody stands to a task, from which follows what they may see and do. The engine's table decides the rest. */
import type { TaskActor, TaskState } from '../../../engine/index.ts';
import type { Role } from '../../../wire/account.ts';
import { problem } from '../../core/errors.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Groups, Teams } from '../groups/index.ts';
import { hasSigningRole } from './counter-signers.ts';

/** Somebody who asks, as far as it matters here. */
export interface TaskCaller {
  /** Only of a request with a key. */
  scopes?: readonly string[];
  accountId: string;
  name: string;
  role: Role;
}

export interface TaskRelations {
  actor: TaskActor;
  /** Has it, had it, wrote in it, is in its work group, manages whoever has it, or works for its team. */
  mayRead: boolean;
  /** Has, had or wrote in it. */
  wasInHands: boolean;
  /** The same, but for what was taken back: its answers are then read by its team alone. */
  mayReadAnswers: boolean;
  /** Works for the council, whose looks are in the audit trail. */
  council: boolean;
}

interface Ground {
  accounts: Pick<Accounts, 'get'>;
  groups: Pick<Groups, 'of'>;
  teams: Pick<Teams, 'of'>;
}

const noTeams: string[] = [];

/**
 * Account ids of everybody who has, had or wrote in it, since it last went to somebody outside the work groups of whoever had it until then.
 */
export const hands = ({ contributors, history }: TaskState): string[] => {
  const cut = history.findLastIndex(({ outside }) => outside === true);
  const since = history
    .slice(Math.max(cut, 0))
    .flatMap(({ from, to, outside }) => [
      ...(from === undefined || outside === true ? [] : [from.id]),
      ...(to?.kind === 'user' ? [to.id] : []),
    ]);
  return cut < 0 ? [...contributors.map(({ id }) => id), ...since] : since;
};

/** Works out every relation of a caller to a task. */
export const taskRelationsOf = async (
  { accounts, groups, teams }: Ground,
  task: TaskState,
  { accountId, name, role }: TaskCaller,
): Promise<TaskRelations> => {
  const council = role !== 'applicant';
  const [of, worksFor] = await Promise.all([groups.of(accountId), council ? teams.of(accountId) : noTeams]);
  const isHolder = task.holder?.id === accountId;
  const inGroup = [...of.member, ...of.manages].some(({ _id }) => _id === task.group?.id);
  const managesTray = of.manages.some(({ _id }) => _id === task.group?.id);
  const manages = (id: string): boolean => id !== accountId && of.manages.some(({ members }) => members.includes(id));
  const managesHolder =
    task.holder === null ? managesTray : isHolder ? hands(task).some(manages) : manages(task.holder.id);
  const isOfficerOfTeam = council && worksFor.includes(task.team.id);
  const wasInHands = hands(task).includes(accountId);
  const mayRead = isHolder || inGroup || managesHolder || isOfficerOfTeam || wasInHands;
  const signer =
    task.counterSignedBy === undefined ||
    hasSigningRole(task.counterSignedBy, (await accounts.get(accountId))?.profile.jobRole);
  return {
    actor: {
      id: accountId,
      name,
      isHolder,
      isMemberOfGroup: inGroup,
      managesHolder,
      isOfficerOfTeam,
      hasSigningRole: signer,
      isClock: false,
    },
    mayRead,
    wasInHands,
    mayReadAnswers: mayRead && (isOfficerOfTeam || task.state !== 'retracted'),
    council,
  };
};

/** Whoever only writes: what is asked of each saving, without a look at groups and teams. */
export const taskWriter = (
  task: TaskState,
  { accountId, name }: Pick<TaskCaller, 'accountId' | 'name'>,
): TaskActor => ({
  id: accountId,
  name,
  isHolder: task.holder?.id === accountId,
  isMemberOfGroup: false,
  managesHolder: false,
  isOfficerOfTeam: false,
  hasSigningRole: false,
  isClock: false,
});

/** The passing of time. */
export const taskClock: TaskActor = {
  id: 'system',
  name: 'The service',
  isHolder: false,
  isMemberOfGroup: false,
  managesHolder: false,
  isOfficerOfTeam: false,
  hasSigningRole: false,
  isClock: true,
};

/** The teams whose tasks somebody of the council sees. Throws forbidden when `team` is named and is none of them. */
export const teamsOfCaller = async (
  { teams }: Pick<Ground, 'teams'>,
  { accountId }: TaskCaller,
  team?: string,
): Promise<string[]> => {
  const own = await teams.of(accountId);
  if (team === undefined) return own;
  if (!own.includes(team)) throw problem('forbidden');
  return [team];
};
