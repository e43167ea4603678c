/** The services of the council's workspace and of tasks, put together: one line each. What they build on comes from `form-services.ts`. */
import { textOf } from '../../engine/json.ts';
import {
  type AccountsAdmin,
  type ApiKeys,
  type Core,
  type Invitations,
  accountsById,
  createAccountsAdmin,
  createApiKeys,
  createInvitations,
  inviteAgain,
  inviteAgainWork,
  joinGroupsWork,
  nameOf,
} from '../modules/accounts/index.ts';
import {
  type AuditChain,
  type AuditSearch,
  auditHeadsFile,
  auditKey,
  createAuditChain,
  createAuditSearch,
  keepHead,
  mailHead,
  readHeads,
} from '../modules/audit/index.ts';
import { type AutomaticReplies, type Groups, createAutomaticReplies, createGroups } from '../modules/groups/index.ts';
import { type CatalogueHistory, createCatalogueHistory } from '../modules/catalogue/index.ts';
import { createCaseServices } from './case-services.ts';
import type { CaseServices } from './case-services.ts';
import type { FormServices } from './form-services.ts';
import { type Webhooks, createWebhooks, deliverWork } from '../modules/webhooks/index.ts';
import { webhookWork } from '../platform/effects/webhook-effect.ts';
import { type Schedules, type Tasks, createViewers, createSchedules, createTasks } from '../modules/tasks/index.ts';
import {
  type RetainRun,
  type RetainSchedule,
  createRetainRun,
  createRetainSchedule,
} from '../modules/retention/index.ts';
import { type Responses, createResponses } from '../modules/submissions/index.ts';
import { type Threads, createThreads } from '../modules/messages/index.ts';

export interface CouncilServices extends CaseServices {
  groups: Groups;
  accountsAdmin: AccountsAdmin;
  invitations: Invitations;
  auditSearch: AuditSearch;
  auditChain: AuditChain;
  catalogueHistory: CatalogueHistory;
  threads: Threads;
  responses: Responses;
  /** To be awaited before the first request. */
  prepare: () => Promise<void>;
  automaticReplies: AutomaticReplies;
  tasks: Tasks;
  schedules: Schedules;
  retainSchedule: RetainSchedule;
  retain: RetainRun;
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
  relay.handle(inviteAgainWork, ({ values }) => inviteAgain(core, textOf(values['account']), textOf(values['tried'])));
  relay.handle(joinGroupsWork, (effect, { id }) => invitations.join(effect, id));
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
  /** The log is a second place outside the store, which most councils collect on another machine. */
  const keepHeadOfTrail = async (): Promise<number> => {
    const head = await keepHead({ store, clock, audit: core.audit, key: trailKey }, headsFile);
    if (head === undefined) return 0;
    core.log.info({ head }, 'audit trail head');
    if (config.auditHeadsMail !== '') {
      await mailHead(store, clock, config.auditHeadsMail, head);
      relay.kick();
    }
    return 1;
  };
  const ofCases = createCaseServices(core, teams, groups, forms.submissions);
  const keys = createApiKeys({ store, clock, audit: core.audit, accounts });
  const { secret, privateWebhooks: allowPrivate } = config;
  const webhooks = createWebhooks({ store, clock, audit: core.audit, kick: relay.kick, secret, allowPrivate });
  relay.handle(webhookWork, (effect) => webhooks.spread(effect));
  relay.handle(deliverWork, ({ values }) => webhooks.deliver(textOf(values['delivery'])));
  forms.drafts.askOf(createViewers({ store, accounts, groups, teams, caseSettings: ofCases.caseSettings }));
  const tasks = createTasks(
    { ...core, ...forms, ...ofCases, groups, teams, automaticReplies, kick: core.relay.kick },
    core.relay,
  );
  const schedules = createSchedules({ ...core, ...forms, ...ofCases, groups, teams, tasks });
  const retainSchedule = createRetainSchedule({ councilDir: config.councilDir });
  core.readiness.add('retention', () => {
    const words = retainSchedule.problems();
    return words.length === 0 ? undefined : { fatal: false, detail: words.join(' ') };
  });
  const retain = createRetainRun({
    ...core,
    catalogue: forms.catalogue,
    timeZone: config.timeZone,
    schedule: retainSchedule,
  });
  forms.jobs.add(
    { name: 'retention', everyMinutes: 60, run: retain.job },
    { name: 'clocks', everyMinutes: 60, run: ofCases.cases.recount },
    { name: 'schedules', everyMinutes: 60, byDay: true, run: schedules.run },
    { name: 'task-reminders', everyMinutes: 60, byDay: true, run: tasks.remind },
    { name: 'expired-tasks', everyMinutes: 60, run: tasks.expire },
    { name: 'audit-head', everyMinutes: 24 * 60, run: keepHeadOfTrail },
  );
  const spoken = { ...core, ...forms, groups, teams, tasks, kick: relay.kick };
  const threads = createThreads(spoken);
  const responses = createResponses(spoken);
  core.myData.set('messages', threads.writtenBy);
  const catalogueHistory = createCatalogueHistory({ store, catalogue: forms.catalogue, log: core.log });
  const prepare = async (): Promise<void> => {
    await Promise.all([
      teams.load(),
      accountsAdmin.load(),
      ofCases.caseSettings.reload(),
      ofCases.calendars.load(),
      retainSchedule.reload(),
    ]);
  };
  return {
    ...ofCases,
    groups,
    prepare,
    auditSearch,
    auditChain,
    catalogueHistory,
    threads,
    responses,
    accountsAdmin,
    invitations,
    automaticReplies,
    tasks,
    schedules,
    retainSchedule,
    retain,
    keys,
    webhooks,
  };
};
