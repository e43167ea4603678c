export { createAutomaticReplies, type AutomaticReplies } from './automatic-reply.ts';
export { createGroups, type GroupDocument, type Groups } from './groups.ts';
export { ofTeam, teamsAsked, teamsOf } from './team-access.ts';
export { createTeams, type TeamDocument, type Teams } from './teams.ts';
export { groupsModule } from './module.ts';
