/** What the work list adds to the service. */
import type { Module } from '../../platform/module.ts';
import { workRoutes, type WorkRouteParts } from './routes.ts';

export const workModule = (parts: WorkRouteParts): Module => ({ routes: workRoutes(parts) });
