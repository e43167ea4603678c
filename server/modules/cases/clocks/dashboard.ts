/** A few honest numbers about tasks and clocks, counted by indexes. */
import { instantAfter } from '../../../../engine/index.ts';
import type { Dashboard } from '../../../../wire/case.ts';
import { today } from '../../../core/clock.ts';
import type { Clock } from '../../../core/clock.ts';
import { countAmong } from '../../../platform/storage/find-among.ts';
import type { Filter, Store } from '../../../platform/storage/store.ts';
import { dateAfter } from './clocks.ts';
import type { Board } from './clocks-board.ts';
import type { Teams } from '../../groups/index.ts';

export interface DashboardParts {
  store: Store;
  clock: Clock;
  timeZone: string;
  teams: Pick<Teams, 'list'>;
  board: Board;
}

export interface Dashboards {
  /** Of these teams; `undefined` stands for all. */
  read: (teams: readonly string[] | undefined) => Promise<Dashboard>;
}

/** Days looked back at for how long answers take. */
const daysBack = 90;

const classes: { label: string; most?: number }[] = [
  { label: '0–7 days', most: 7 },
  { label: '8–14 days', most: 14 },
  { label: '15–28 days', most: 28 },
  { label: '29–42 days', most: 42 },
  { label: 'over 42 days' },
];

export const createDashboards = ({ store, clock, timeZone, teams, board }: DashboardParts): Dashboards => {
  /** Tasks of these teams that a filter finds, one look-up a team. */
  const count = (wanted: readonly string[] | undefined, filter: Filter): Promise<number> =>
    countAmong(store, 'tasks', 'keys.team', wanted, filter);

  return {
    read: async (wanted) => {
      const day = today(clock, timeZone);
      const open: Filter = { 'keys.open': { eq: true } };
      const overdue: Filter = { ...open, 'keys.due': { lt: day } };
      const named = (await teams.list()).filter(({ _id }) => wanted?.includes(_id) !== false);
      const since = instantAfter(clock.now().toISOString(), -daysBack);
      const submitted: Filter = { 'keys.state': { eq: 'submitted' }, 'keys.closedAt': { gte: since } };
      const week = Array.from({ length: 7 }, (_, ahead) => dateAfter(day, ahead));
      const [dueThisWeek, overdueByTeam, timeToSubmit, late, openTasks] = await Promise.all([
        Promise.all(week.map(async (on) => ({ on, count: await count(wanted, { ...open, 'keys.due': { eq: on } }) }))),
        Promise.all(named.map(async ({ _id, name }) => ({ label: name, count: await count([_id], overdue) }))),
        Promise.all(
          classes.map(async ({ label, most }, index) => {
            const least = (classes[index - 1]?.most ?? -1) + 1;
            const taken = most === undefined ? { gte: least } : { gte: least, lte: most };
            return { label, count: await count(wanted, { ...submitted, 'keys.daysTaken': taken }) };
          }),
        ),
        board.count(wanted === undefined ? {} : { teams: wanted }, 'late'),
        count(wanted, open),
      ]);
      return { dueThisWeek, overdueByTeam, timeToSubmit, late, openTasks };
    },
  };
};
