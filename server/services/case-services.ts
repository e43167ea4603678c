/** The services about cases, put together. */
import type { Board } from './clocks-board.ts';
import { createBoard } from './clocks-board.ts';
import { boardWork } from './cases-record.ts';
import type { CaseSettingsFile } from './cases-settings.ts';
import { createCaseSettings } from './cases-settings.ts';
import type { Cases } from './cases.ts';
import { createCases } from './cases.ts';
import type { Core } from './core.ts';
import { nameOf } from './accounts-many.ts';
import { stateOf } from './accounts.ts';
import { createSealer } from './sealed-cursor.ts';
import type { Teams } from './teams.ts';

export interface CaseServices {
  caseSettings: CaseSettingsFile;
  cases: Cases;
  board: Board;
}

export const createCaseServices = (core: Core, teams: Pick<Teams, 'get' | 'of'>): CaseServices => {
  const { config, clock, store, relay, accounts, readiness } = core;
  const caseSettings = createCaseSettings({ councilDir: config.councilDir });
  const board = createBoard({ store, settings: caseSettings.current });
  const cases = createCases({
    store,
    clock,
    timeZone: config.timeZone,
    settings: caseSettings,
    board,
    teams,
    sealer: createSealer(config.secret),
    kick: relay.kick,
    officerName: async (id) => {
      const account = await accounts.get(id);
      return account === undefined || stateOf(account) !== 'active' ? undefined : nameOf(account);
    },
  });
  relay.watch('cases');
  relay.handle(boardWork, async ({ values }) => board.write(typeof values['case'] === 'string' ? values['case'] : ''));
  readiness.add('cases', async () => {
    const words = caseSettings.problems();
    return words.length === 0 ? undefined : { fatal: false, detail: words.join(' ') };
  });
  return { caseSettings, cases, board };
};
