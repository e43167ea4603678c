/** The services about cases, put together. */
import { dayOf, today } from '../core/clock.ts';
import { type Core, nameOf, stateOf } from '../modules/accounts/index.ts';
import {
  type Board,
  type Calendars,
  type CaseSettingsFile,
  type CaseView,
  type Cases,
  type Dashboards,
  boardWork,
  createBoard,
  createCalendars,
  createCaseSettings,
  createCases,
  createDashboards,
} from '../modules/cases/index.ts';
import { caseFormWork, noteFormOf } from '../modules/tasks/index.ts';
import { createSealer } from '../core/sealed-cursor.ts';
import { problem } from '../core/errors.ts';
import type { Groups, Teams } from '../modules/groups/index.ts';
import type { SubmissionDocument } from '../modules/drafts/index.ts';
import type { TaskAddress } from '../../engine/index.ts';
import type { Submissions } from '../modules/submissions/index.ts';

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
  groups: Pick<Groups, 'get'>,
  submissions: Pick<Submissions, 'read'>,
): CaseServices => {
  const { config, clock, store, relay, accounts, audit, readiness } = core;
  const caseSettings = createCaseSettings({ councilDir: config.councilDir });
  const calendars = createCalendars({ store, audit, councilDir: config.councilDir });
  const view = async (): Promise<CaseView> => ({
    settings: caseSettings.current(),
    calendar: await calendars.current(),
    today: today(clock, config.timeZone),
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
  const asked = async ({ kind, id, name }: TaskAddress): Promise<string> => {
    if (kind === 'group') return (await groups.get(id))?.organisation || name;
    const organisation = (await accounts.get(id))?.profile.organisation ?? '';
    return organisation === '' ? name : `${name}, ${organisation}`;
  };
  relay.handle(caseFormWork, (effect) =>
    noteFormOf(
      {
        store,
        cases,
        dayOf: (instant) => dayOf(instant, config.timeZone),
        asked,
        answersOf: async (id) => (await store.get<SubmissionDocument>('submissions', id))?.answers,
      },
      effect,
    ),
  );
  relay.handle(boardWork, async ({ values }) => board.write(typeof values['case'] === 'string' ? values['case'] : ''));
  readiness.add('cases', () => {
    const words = [...caseSettings.problems(), ...caseSettings.undeclared(), ...calendars.problems()];
    return words.length === 0 ? undefined : { fatal: false, detail: words.join(' ') };
  });
  const dashboards = createDashboards({ store, clock, timeZone: config.timeZone, teams, board });
  return { caseSettings, cases, board, calendars, dashboards };
};
