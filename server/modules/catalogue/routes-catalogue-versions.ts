/** The versions of each form, for whoever looks after them. */
import Type from 'typebox';
import { CatalogueVersion } from '../../../wire/council.ts';
import { route, type Route } from '../../platform/http/route.ts';
import type { CatalogueHistory } from './history.ts';

export interface CatalogueHistoryRouteParts {
  catalogueHistory: CatalogueHistory;
}

export const catalogueVersionRoutes = ({ catalogueHistory }: CatalogueHistoryRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/catalogue/versions',
    scope: 'tasks:read',
    summary: 'Each form’s versions, newest first, with what changed and how many drafts are in each',
    who: ['officer', 'administrator'],
    responses: { 200: Type.Array(CatalogueVersion) },
    handler: async () => ({ status: 200, body: await catalogueHistory.versions() }),
  }),
];
