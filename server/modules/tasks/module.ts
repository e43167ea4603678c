/** What tasks add to the service. */
import { textOf } from '../../../engine/json.ts';
import { dayOf } from '../../core/clock.ts';
import type { Module } from '../../platform/module.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Accounts } from '../accounts/index.ts';
import type { CaseEvents } from '../cases/index.ts';
import type { Groups } from '../groups/index.ts';
import { followWork } from './answers/draft.ts';
import { caseFormWork, noteFormOf, type CaseFormParts } from './case/case-forms.ts';
import { councilTaskRoutes, type CouncilTaskRouteParts } from './routes-council-tasks.ts';
import { taskRoutes, type TaskRouteParts } from './routes.ts';
import { unsentWork, type Schedules } from './schedules.ts';
import { submittedWork } from './settle.ts';

interface Parts extends TaskRouteParts, CouncilTaskRouteParts {
  store: Store;
  accounts: Accounts;
  cases: CaseEvents;
  groups: Groups;
  schedules: Schedules;
}

const caseFormParts = ({ store, config, accounts, cases, groups }: Parts): CaseFormParts => ({
  store,
  cases,
  dayOf: (instant) => dayOf(instant, config.timeZone),
  asked: async ({ kind, id, name }) => {
    if (kind === 'group') return (await groups.get(id))?.organisation || name;
    const organisation = (await accounts.get(id))?.profile.organisation ?? '';
    return organisation === '' ? name : `${name}, ${organisation}`;
  },
  answersOf: async (id) => (await store.get('submissions', id))?.answers,
});

export const tasksModule = (parts: Parts): Module => {
  const { tasks, schedules } = parts;
  return {
    routes: [...taskRoutes(parts), ...councilTaskRoutes(parts)],
    work: {
      [followWork]: ({ values }) => tasks.follow(textOf(values['task'])),
      [submittedWork]: ({ values }) => tasks.finish(textOf(values['task'])),
      [caseFormWork]: (effect) => noteFormOf(caseFormParts(parts), effect),
      [unsentWork]: schedules.noteUnsent,
    },
    jobs: [
      { name: 'schedules', everyMinutes: 60, byDay: true, run: schedules.run },
      { name: 'task-reminders', everyMinutes: 60, byDay: true, run: tasks.remind },
      { name: 'expired-tasks', everyMinutes: 60, run: tasks.expire },
    ],
  };
};
