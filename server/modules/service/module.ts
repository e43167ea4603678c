/** What the service says about itself. */
import type { Route } from '../../platform/http/route.ts';
import type { Module } from '../../platform/module.ts';
import { healthRoutes, type HealthRouteParts } from './routes-health.ts';
import { interfaceRoutes } from './routes-interface.ts';
import { devMailboxRoutes, type MailboxRouteParts } from './routes-mailbox.ts';
import { problemRoutes } from './routes-problems.ts';
import { storeState } from './store-state.ts';
import { serviceRoutes, type ServiceRouteParts } from './routes.ts';

type Parts = HealthRouteParts & ServiceRouteParts & MailboxRouteParts;

export const serviceModule = (parts: Parts, allRoutes: () => readonly Route[]): Module => ({
  routes: [
    ...healthRoutes(parts),
    ...problemRoutes(),
    ...serviceRoutes(parts),
    ...devMailboxRoutes(parts),
    ...interfaceRoutes(parts.config, allRoutes),
  ],
  ready: {
    store: () => storeState(parts.store),
  },
});
