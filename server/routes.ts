/** Every route of the service. A resource's file gives its own. */
import type { Route } from './platform/http/route.ts';
import type { Services } from './composition/services.ts';
import { accountRoutes } from './modules/accounts/routes-account.ts';
import { accountAdminRoutes } from './modules/accounts/routes.ts';
import { apiRoutes } from './modules/accounts/routes-api.ts';
import { attachmentRoutes } from './modules/drafts/routes-attachments.ts';
import { boardRoutes } from './modules/cases/clocks/routes-board.ts';
import { calendarRoutes } from './modules/cases/clocks/routes-calendar.ts';
import { caseRoutes } from './modules/cases/routes.ts';
import { auditRoutes } from './modules/audit/routes.ts';
import { catalogueVersionRoutes } from './modules/catalogue/routes-catalogue-versions.ts';
import { devMailboxRoutes } from './modules/service/routes-mailbox.ts';
import { draftRoutes } from './modules/drafts/routes.ts';
import { draftToSubmissionRoutes } from './modules/submissions/routes-draft.ts';
import { formRoutes } from './modules/catalogue/routes-forms.ts';
import { groupRoutes } from './modules/groups/routes.ts';
import { healthRoutes } from './modules/service/routes-health.ts';
import { passwordResetRoutes } from './modules/accounts/sign-in/routes-password-reset.ts';
import { peopleRoutes } from './modules/drafts/routes-people.ts';
import { problemRoutes } from './modules/service/routes-problems.ts';
import { receivedRoutes } from './modules/submissions/routes-received.ts';
import { registerRoutes } from './modules/catalogue/routes-registers.ts';
import { registrationRoutes } from './modules/accounts/routes-registration.ts';
import { responseRoutes } from './modules/submissions/routes-responses.ts';
import { serviceRoutes } from './modules/service/routes.ts';
import { sessionRoutes } from './modules/accounts/sign-in/routes-sessions.ts';
import { signInRoutes } from './modules/accounts/sign-in/routes-sign-in.ts';
import { submissionRoutes } from './modules/submissions/routes.ts';
import { teamRoutes } from './modules/groups/routes-teams.ts';
import { councilTaskRoutes } from './modules/tasks/routes-council-tasks.ts';
import { taskRoutes } from './modules/tasks/routes.ts';
import { threadRoutes } from './modules/messages/routes-threads.ts';
import { validatorRoutes } from './modules/catalogue/routes-validators.ts';

export const allRoutes = (services: Services): Route[] => {
  const routes: Route[] = [
    ...healthRoutes(services),
    ...problemRoutes(),
    ...serviceRoutes(services),
    ...registrationRoutes(services),
    ...signInRoutes(services),
    ...sessionRoutes(services),
    ...passwordResetRoutes(services),
    ...accountRoutes(services),
    ...formRoutes(services),
    ...validatorRoutes(services),
    ...draftRoutes(services),
    ...draftToSubmissionRoutes(services),
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
