/** The services about cases, put together. */
import { dayOf, today } from '../core/clock.ts';
import { keyedHash } from '../core/ids.ts';
import { nameOf, stateOf } from '../modules/accounts/index.ts';
import type { Core } from './foundations.ts';
import {
  type Board,
  type Calendars,
  type CaseSettingsFile,
  type CaseView,
  type Cases,
  type Dashboards,
  createBoard,
  createCalendars,
  createCaseSettings,
  createCases,
  createDashboards,
} from '../modules/cases/index.ts';
import { createSealer } from '../core/sealed-cursor.ts';
import { problem } from '../core/errors.ts';
import type { Submissions } from '../modules/submissions/index.ts';
import type { Teams } from '../modules/groups/index.ts';

export interface CaseServices {
  caseSettings: CaseSettingsFile;
  cases: Cases;
  board: Board;
  calendars: Calendars;
  dashboards: Dashboards;
}

export const createCaseServices = (
  core: Core,
  teams: Pick<Teams, 'get' | 'of' | 'list'>,
  submissions: Pick<Submissions, 'read'>,
): CaseServices => {
  const { config, clock, store, relay, accounts, audit } = core;
  const caseSettings = createCaseSettings({ councilDir: config.councilDir });
  const calendars = createCalendars({ store, audit, councilDir: config.councilDir });
  const view = async (): Promise<CaseView> => ({
    settings: caseSettings.current(),
    calendar: await calendars.current(),
    today: today(clock, config.timeZone),
    digest: (text) => keyedHash(config.secret, text),
  });
  const board = createBoard({ store, view });
  const cases = createCases({
    store,
    clock,
    audit,
    settings: caseSettings,
    view,
    board,
    teams,
    sealer: createSealer(config.secret),
    kick: relay.kick,
    shown: async ({ accountId }, found) => {
      for (const { _id } of found)
        await audit.append({ actor: accountId, action: 'case-suggested', subject: { kind: 'case', id: _id } });
    },
    received: async (caller, id) => {
      const { submission, council } = await submissions.read(caller, id);
      if (!council) throw problem('not-found');
      return { form: submission.form.id, on: dayOf(submission.submittedAt, config.timeZone) };
    },
    officerName: async (id) => {
      const account = await accounts.get(id);
      return account === undefined || stateOf(account) !== 'active' ? undefined : nameOf(account);
    },
  });
  const dashboards = createDashboards({ store, clock, timeZone: config.timeZone, teams, board });
  return { caseSettings, cases, board, calendars, dashboards };
};
