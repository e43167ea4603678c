/** What work groups and the council's teams add to the service. */
import type { Module } from '../../platform/module.ts';
import { teamRoutes, type TeamRouteParts } from './routes-teams.ts';
import { groupRoutes, type GroupRouteParts } from './routes.ts';

export const groupsModule = (parts: GroupRouteParts & TeamRouteParts): Module => ({
  routes: [...groupRoutes(parts), ...teamRoutes(parts)],
  load: () => parts.teams.load(),
});
