/** The services of the council's workspace and of tasks, put together: one line each. What they build on comes from `form-services.ts`. */
import { createAutomaticReplies } from './automatic-reply.ts';
import type { AutomaticReplies } from './automatic-reply.ts';
import type { Core } from './core.ts';
import type { FormServices } from './form-services.ts';
import { createGroups } from './groups.ts';
import type { Groups } from './groups.ts';
import { createTeams } from './teams.ts';
import type { Teams } from './teams.ts';

export interface CouncilServices {
  groups: Groups;
  teams: Teams;
  /** To be awaited before the first request. */
  prepare: () => Promise<void>;
  automaticReplies: AutomaticReplies;
}

export const createCouncilServices = (core: Core, _forms: FormServices): CouncilServices => {
  const { config, clock, store, accounts } = core;
  const automaticReplies = createAutomaticReplies({ store, clock, timeZone: config.timeZone, accounts });
  const groups = createGroups({ store });
  const teams = createTeams({ store, config });
  return { groups, teams, prepare: teams.load, automaticReplies };
};
