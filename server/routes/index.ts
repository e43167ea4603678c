/** Every route of the service. A resource's file gives its own. */
import type { Route } from '../http/route.ts';
import type { Services } from '../services/services.ts';
import { accountRoutes } from './account.ts';
import { accountAdminRoutes } from './accounts.ts';
import { apiRoutes } from './api.ts';
import { attachmentRoutes } from './attachments.ts';
import { boardRoutes } from './board.ts';
import { calendarRoutes } from './calendar.ts';
import { caseRoutes } from './cases.ts';
import { auditRoutes } from './audit.ts';
import { catalogueVersionRoutes } from './catalogue-versions.ts';
import { devMailboxRoutes } from './dev-mailbox.ts';
import { draftRoutes } from './drafts.ts';
import { formRoutes } from './forms.ts';
import { groupRoutes } from './groups.ts';
import { healthRoutes } from './health.ts';
import { passwordResetRoutes } from './password-reset.ts';
import { peopleRoutes } from './people.ts';
import { problemRoutes } from './problems.ts';
import { receivedRoutes } from './received.ts';
import { registerRoutes } from './registers.ts';
import { registrationRoutes } from './registration.ts';
import { responseRoutes } from './responses.ts';
import { serviceRoutes } from './service.ts';
import { signInRoutes } from './sign-in.ts';
import { submissionRoutes } from './submissions.ts';
import { teamRoutes } from './teams.ts';
import { councilTaskRoutes } from './council-tasks.ts';
import { taskRoutes } from './tasks.ts';
import { threadRoutes } from './threads.ts';
import { validatorRoutes } from './validators.ts';

export const allRoutes = (services: Services): Route[] => {
  const routes: Route[] = [
    ...healthRoutes(services),
    ...problemRoutes(),
    ...serviceRoutes(services),
    ...registrationRoutes(services),
    ...signInRoutes(services),
    ...passwordResetRoutes(services),
    ...accountRoutes(services),
    ...formRoutes(services),
    ...validatorRoutes(services),
    ...draftRoutes(services),
    ...attachmentRoutes(services),
    ...submissionRoutes(services),
    ...receivedRoutes(services),
    ...peopleRoutes(services),
    ...registerRoutes(services),
    ...groupRoutes(services),
    ...teamRoutes(services),
    ...accountAdminRoutes(services),
    ...auditRoutes(services),
    ...catalogueVersionRoutes(services),
    ...threadRoutes(services),
    ...responseRoutes(services),
    ...taskRoutes(services),
    ...councilTaskRoutes(services),
    ...caseRoutes(services),
    ...boardRoutes(services),
    ...calendarRoutes(services),
    ...devMailboxRoutes(services),
    ...apiRoutes(services, () => routes),
  ];
  return routes;
};
