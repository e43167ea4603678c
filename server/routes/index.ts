/** Every route of the service. A resource's file gives its own. */
import type { Route } from '../http/route.ts';
import type { Services } from '../services/services.ts';
import { accountRoutes } from './account.ts';
import { devMailboxRoutes } from './dev-mailbox.ts';
import { healthRoutes } from './health.ts';
import { passwordResetRoutes } from './password-reset.ts';
import { problemRoutes } from './problems.ts';
import { registrationRoutes } from './registration.ts';
import { serviceRoutes } from './service.ts';
import { signInRoutes } from './sign-in.ts';

export const allRoutes = (services: Services): Route[] => [
  ...healthRoutes(services),
  ...problemRoutes(),
  ...serviceRoutes(services),
  ...registrationRoutes(services),
  ...signInRoutes(services),
  ...passwordResetRoutes(services),
  ...accountRoutes(services),
  ...devMailboxRoutes(services),
];
