/** The board of running clocks, and the numbers over all. */
import Type from 'typebox';
import type { BoardRow } from '../../../../wire/case.ts';
import { BoardPage, Dashboard } from '../../../../wire/case.ts';
import { Id } from '../../../../wire/shapes.ts';
import { signedIn } from '../../../platform/http/authorization.ts';
import { teamsAsked, teamsOf } from '../../groups/index.ts';
import { formatDate } from '../../../../engine/index.ts';
import { csvReply } from '../../../platform/http/csv.ts';
import { route } from '../../../platform/http/route.ts';
import type { Caller, Route } from '../../../platform/http/route.ts';
import type { ActAction } from '../../../platform/audit/words.ts';
import { pagesOf } from '../../../platform/storage/every.ts';
import type { BoardWanted } from './clocks-board.ts';
import type { Audit } from '../../../platform/audit/entry.ts';
import type { Teams } from '../../groups/index.ts';
import type { Board } from './clocks-board.ts';
import type { Dashboards } from './dashboard.ts';

const council = ['officer', 'administrator'] as const;
const State = Type.Union([
  Type.Literal('late'),
  Type.Literal('soon'),
  Type.Literal('others'),
  Type.Literal('running'),
  Type.Literal('excepted'),
]);
const filters = {
  team: Type.Optional(Type.String({ maxLength: 40 })),
  state: Type.Optional(State),
  /** Id of a clock. */
  clock: Type.Optional(Type.String({ maxLength: 40 })),
  /** An account, or `me`. */
  officer: Type.Optional(Type.Union([Type.Literal('me'), Id])),
};
const BoardFilter = Type.Object(filters);
const BoardQuery = Type.Object({
  ...filters,
  after: Type.Optional(Type.String({ maxLength: 1000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

type Wanted = { team?: string; officer?: string } & Omit<BoardWanted, 'teams' | 'officer'>;

const heading = [
  'Reference',
  'Name',
  'Date of birth',
  'Team',
  'Officer',
  'Clock',
  'About',
  'Started',
  'Due',
  'Days left',
  'State',
];

/** `names`: of the teams by id, as people know them. */
const line = (
  { reference, subject, dateOfBirth, team, officer, clock }: BoardRow,
  names: ReadonlyMap<string, string>,
) => [
  reference,
  subject,
  formatDate(dateOfBirth),
  names.get(team) ?? team,
  officer,
  clock.label,
  clock.about,
  formatDate(clock.startedOn),
  formatDate(clock.dueOn),
  clock.daysLeft,
  clock.words,
];

export interface BoardRouteParts {
  board: Board;
  teams: Teams;
  dashboards: Dashboards;
  audit: Audit;
}

export const boardRoutes = ({ board, teams, dashboards, audit }: BoardRouteParts): Route[] => {
  const asked = async (caller: Caller, { team, state, clock, officer }: Wanted): Promise<BoardWanted> => {
    const within = teamsAsked(await teamsOf(teams, caller), team);
    return {
      ...(within === undefined ? {} : { teams: within }),
      ...(state === undefined ? {} : { state }),
      ...(clock === undefined ? {} : { clock }),
      ...(officer === undefined ? {} : { officer: officer === 'me' ? caller.accountId : officer }),
    };
  };

  const note = (caller: Caller, action: ActAction, detail: Record<string, string>): Promise<void> =>
    audit.append({ actor: caller.accountId, action, subject: { kind: 'list', id: 'board' }, detail });

  return [
    route({
      method: 'GET',
      path: '/api/board',
      scope: 'cases:read',
      summary: 'Running clocks of one’s teams, late ones first',
      who: council,
      query: BoardQuery,
      responses: { 200: BoardPage },
      handler: async ({ caller, query: { after, limit = 50, ...wanted } }) => {
        const person = signedIn(caller);
        const page = await board.rows(await asked(person, wanted), limit, after);
        await note(person, 'board-read', { shown: [...new Set(page.items.map((row) => row.case))].join(' ') });
        return { status: 200, body: page };
      },
    }),
    route({
      method: 'GET',
      path: '/api/board.csv',
      scope: 'cases:read',
      produces: 'text/csv',
      summary: 'The same as a file for a spreadsheet',
      who: council,
      query: BoardFilter,
      responses: { 200: 'stream' },
      handler: async ({ caller, query }) => {
        const person = signedIn(caller);
        const wanted = await asked(person, query);
        await note(person, 'board-exported', { team: query.team ?? '', state: query.state ?? '' });
        const names = new Map((await teams.list()).map(({ _id, name }) => [_id, name]));
        const rows = async function* () {
          for await (const page of pagesOf((after) => board.rows(wanted, 200, after)))
            yield* page.map((row) => line(row, names));
        };
        return csvReply('board.csv', heading, rows());
      },
    }),
    route({
      method: 'GET',
      path: '/api/dashboard',
      scope: 'cases:read',
      summary: 'What is due, overdue and late, and how long answers take',
      who: council,
      query: Type.Object({ team: filters.team }),
      responses: { 200: Dashboard },
      handler: async ({ caller, query }) => ({
        status: 200,
        body: await dashboards.read(teamsAsked(await teamsOf(teams, signedIn(caller)), query.team)),
      }),
    }),
  ];
};
