/** The services of the council's workspace and of tasks, put together: one line each. What they build on comes from `form-services.ts`. */
import {
  type AccountsAdmin,
  type ApiKeys,
  type Invitations,
  accountsById,
  createAccountsAdmin,
  createApiKeys,
  createInvitations,
  nameOf,
} from '../modules/accounts/index.ts';
import {
  type AuditChain,
  type AuditSearch,
  auditHeadsFile,
  auditKey,
  createAuditChain,
  createAuditSearch,
  readHeads,
} from '../modules/audit/index.ts';
import { type AutomaticReplies, type Groups, createAutomaticReplies, createGroups } from '../modules/groups/index.ts';
import { type CatalogueHistory, createCatalogueHistory } from '../modules/catalogue/index.ts';
import { createCaseServices } from './case-services.ts';
import type { CaseServices } from './case-services.ts';
import type { Caller } from '../platform/http/route.ts';
import type { Core } from './foundations.ts';
import type { FormServices } from './form-services.ts';
import { type Webhooks, createWebhooks } from '../modules/webhooks/index.ts';
import { type Schedules, type Tasks, createViewers, createSchedules, createTasks } from '../modules/tasks/index.ts';
import {
  type CaseExports,
  type RetainRun,
  type RetainSchedule,
  createCaseExports,
  createRetainRun,
  createRetainSchedule,
} from '../modules/retention/index.ts';
import { type Responses, createDisclosedForms, createResponses } from '../modules/submissions/index.ts';
import { createRecordsOfCase, createStoryService, createWorkService } from './work-services.ts';
import type { Stories, Work } from '../modules/work/index.ts';
import { type Threads, createThreads } from '../modules/messages/index.ts';

export interface CouncilServices extends CaseServices {
  groups: Groups;
  accountsAdmin: AccountsAdmin;
  invitations: Invitations;
  auditSearch: AuditSearch;
  auditChain: AuditChain;
  catalogueHistory: CatalogueHistory;
  threads: Threads;
  work: Work;
  stories: Stories;
  recordsOfCase: (caller: Caller, id: string) => Promise<readonly string[]>;
  responses: Responses;
  automaticReplies: AutomaticReplies;
  tasks: Tasks;
  schedules: Schedules;
  retainSchedule: RetainSchedule;
  retain: RetainRun;
  caseExports: CaseExports;
  keys: ApiKeys;
  webhooks: Webhooks;
}

export const createCouncilServices = (core: Core, forms: FormServices): CouncilServices => {
  const { config, clock, store, accounts, relay } = core;
  const automaticReplies = createAutomaticReplies({ store, clock, timeZone: config.timeZone, accounts });
  const groups = createGroups(core);
  const { teams } = forms;
  const accountsAdmin = createAccountsAdmin({ ...core, groups, teams });
  const invitations = createInvitations({ ...core, groups, teams, kick: core.relay.kick });
  const auditSearch = createAuditSearch({
    store,
    actors: {
      idOf: async (email) => (await accounts.byEmail(email))?._id,
      namesOf: async (ids) => new Map([...(await accountsById(store, ids))].map(([id, found]) => [id, nameOf(found)])),
    },
    timeZone: config.timeZone,
  });
  const trailKey = auditKey(config.secret);
  const headsFile = auditHeadsFile(config);
  const auditChain = createAuditChain(
    store,
    clock,
    (entry) => core.log.error({ entry }, 'audit trail broken'),
    trailKey,
    () => readHeads(headsFile),
  );
  const ofCases = createCaseServices(core, teams, forms.submissions);
  const keys = createApiKeys({ store, clock, audit: core.audit, accounts });
  const { secret, privateWebhooks: allowPrivate } = config;
  const webhooks = createWebhooks({ store, clock, audit: core.audit, kick: relay.kick, secret, allowPrivate });
  forms.drafts.askOf(createViewers({ store, accounts, groups, teams, caseSettings: ofCases.caseSettings }));
  const { kick } = relay;
  const tasks = createTasks({ ...core, ...forms, ...ofCases, groups, teams, automaticReplies, kick });
  const schedules = createSchedules({ ...core, ...forms, ...ofCases, groups, teams, tasks, kick });
  const retainSchedule = createRetainSchedule({ councilDir: config.councilDir });
  const retain = createRetainRun({
    ...core,
    catalogue: forms.catalogue,
    timeZone: config.timeZone,
    schedule: retainSchedule,
  });
  const caseExports = createCaseExports({
    ...core,
    ...ofCases,
    teams,
    timeZone: config.timeZone,
    disclosing: createDisclosedForms({
      clock,
      timeZone: config.timeZone,
      catalogue: forms.catalogue,
      prints: forms.prints,
    }),
  });
  const spoken = { ...core, ...forms, groups, teams, tasks, kick };
  const threads = createThreads(spoken);
  const stories = createStoryService({ ...ofCases, store, teams, tasks, timeZone: config.timeZone });
  const responses = createResponses(spoken);
  const work = createWorkService({ ...ofCases, store, teams, tasks, submissions: forms.submissions, threads });
  const catalogueHistory = createCatalogueHistory({ store, catalogue: forms.catalogue, log: core.log });
  return {
    ...ofCases,
    groups,
    auditSearch,
    auditChain,
    catalogueHistory,
    threads,
    work,
    stories,
    recordsOfCase: createRecordsOfCase({ ...ofCases, store, teams, tasks }),
    responses,
    accountsAdmin,
    invitations,
    automaticReplies,
    tasks,
    schedules,
    retainSchedule,
    retain,
    caseExports,
    keys,
    webhooks,
  };
};
