/** What the council's cases, their clocks and its calendar add to the service. */
import { textOf } from '../../../engine/json.ts';
import { type Module, wordsOf } from '../../platform/module.ts';
import { boardRoutes, type BoardRouteParts } from './clocks/routes-board.ts';
import { calendarRoutes, type CalendarRouteParts } from './clocks/routes-calendar.ts';
import { openedWork } from './create.ts';
import { boardWork } from './record.ts';
import { caseRoutes, type CaseRouteParts } from './routes.ts';

interface Parts extends CaseRouteParts, BoardRouteParts, CalendarRouteParts {
  /** Forms that came in, one of which a case was opened from. */
  submissions: { handled: (id: string) => Promise<void> };
}

export const casesModule = (parts: Parts): Module => {
  const { cases, caseSettings, calendars, board, submissions } = parts;
  return {
    routes: [...caseRoutes(parts), ...boardRoutes(parts), ...calendarRoutes(parts)],
    work: {
      [boardWork]: async ({ values }) => board.write(textOf(values['case'])),
      [openedWork]: async ({ values }) => submissions.handled(textOf(values['submission'])),
    },
    jobs: [{ name: 'clocks', everyMinutes: 60, run: cases.recount }],
    ready: {
      cases: wordsOf(() => [...caseSettings.problems(), ...calendars.problems()], caseSettings.undeclared),
    },
    load: async () => {
      await Promise.all([caseSettings.reload(), calendars.load()]);
    },
  };
};
