/** The services of the council's workspace and of tasks, put together: one line each. What they build on comes from `form-services.ts`. */
import { createAccountsAdmin } from './accounts-admin.ts';
import type { AccountsAdmin } from './accounts-admin.ts';
import { createAutomaticReplies } from './automatic-reply.ts';
import type { AutomaticReplies } from './automatic-reply.ts';
import { createCaseServices } from './case-services.ts';
import type { CaseServices } from './case-services.ts';
import type { Core } from './core.ts';
import type { FormServices } from './form-services.ts';
import { createGroups } from './groups.ts';
import type { Groups } from './groups.ts';
import { createInvitations } from './invitations.ts';
import type { Invitations } from './invitations.ts';
import { createTeams } from './teams.ts';
import type { Teams } from './teams.ts';

export interface CouncilServices extends CaseServices {
  groups: Groups;
  teams: Teams;
  accountsAdmin: AccountsAdmin;
  invitations: Invitations;
  /** To be awaited before the first request. */
  prepare: () => Promise<void>;
  automaticReplies: AutomaticReplies;
}

export const createCouncilServices = (core: Core, _forms: FormServices): CouncilServices => {
  const { config, clock, store, accounts } = core;
  const automaticReplies = createAutomaticReplies({ store, clock, timeZone: config.timeZone, accounts });
  const groups = createGroups({ store });
  const teams = createTeams({ store, config });
  const accountsAdmin = createAccountsAdmin({ ...core, groups, teams });
  const invitations = createInvitations({ ...core, groups, teams, kick: core.relay.kick });
  const ofCases = createCaseServices(core, teams);
  const prepare = async (): Promise<void> => {
    await Promise.all([teams.load(), accountsAdmin.load(), ofCases.caseSettings.reload()]);
  };
  return { ...ofCases, groups, teams, prepare, accountsAdmin, invitations, automaticReplies };
};
