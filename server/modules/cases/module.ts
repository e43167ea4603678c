/** What the council's cases, their clocks and its calendar add to the service. */
import { textOf } from '../../../engine/json.ts';
import { type Module, wordsOf } from '../../platform/module.ts';
import { boardRoutes, type BoardRouteParts } from './clocks/routes-board.ts';
import { calendarRoutes, type CalendarRouteParts } from './clocks/routes-calendar.ts';
import { boardWork } from './record.ts';
import { caseRoutes, type CaseRouteParts } from './routes.ts';

type Parts = CaseRouteParts & BoardRouteParts & CalendarRouteParts;

export const casesModule = (parts: Parts): Module => {
  const { cases, caseSettings, calendars, board } = parts;
  return {
    routes: [...caseRoutes(parts), ...boardRoutes(parts), ...calendarRoutes(parts)],
    work: { [boardWork]: async ({ values }) => board.write(textOf(values['case'])) },
    jobs: [{ name: 'clocks', everyMinutes: 60, run: cases.recount }],
    ready: {
      cases: wordsOf(() => [...caseSettings.problems(), ...calendars.problems()], caseSettings.undeclared),
    },
    load: async () => {
      await Promise.all([caseSettings.reload(), calendars.load()]);
    },
  };
};
