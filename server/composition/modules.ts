/** The modules in the order of what each needs, and what each is given. */
import type { Route } from '../platform/http/route.ts';
import type { Module } from '../platform/module.ts';
import { accountsModule } from '../modules/accounts/index.ts';
import { auditModule } from '../modules/audit/index.ts';
import { casesModule } from '../modules/cases/index.ts';
import { catalogueModule } from '../modules/catalogue/index.ts';
import { draftsModule } from '../modules/drafts/index.ts';
import { groupsModule } from '../modules/groups/index.ts';
import { messagesModule } from '../modules/messages/index.ts';
import { retentionModule } from '../modules/retention/index.ts';
import { serviceModule } from '../modules/service/index.ts';
import { submissionsModule } from '../modules/submissions/index.ts';
import { tasksModule } from '../modules/tasks/index.ts';
import { workModule } from '../modules/work/index.ts';
import { webhooksModule } from '../modules/webhooks/index.ts';
import type { Made } from './made.ts';

export const modulesOf = (made: Made): Module[] => {
  const modules: Module[] = [
    serviceModule(made, () => routesOf(modules)),
    accountsModule(made),
    auditModule(made),
    catalogueModule(made),
    webhooksModule(made),

    draftsModule(made),
    groupsModule(made),
    casesModule(made),
    submissionsModule(made),
    tasksModule(made),
    messagesModule(made),
    retentionModule(made),
    workModule(made),
  ];
  return modules;
};

export const routesOf = (modules: readonly Module[]): Route[] => modules.flatMap(({ routes }) => routes);
