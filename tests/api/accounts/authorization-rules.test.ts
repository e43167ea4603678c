/** That the table holds every rule of the authorization in place: with any one of them taken out, the service does otherwise than it says. */
import { globSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startJudge, type Judge } from '../../support/access/judge.ts';
import { accessTable } from '../../support/access/table.ts';

type Rule = (...given: never[]) => unknown;

const taken = vi.hoisted(() => ({
  rule: '',
  /** The module with each rule answering as `open` says while it is taken out. */
  without: (real: Record<string, unknown>, open: Record<string, Rule>): Record<string, unknown> => {
    const wrapped = Object.entries(open).map(([name, opened]) => {
      const rule = real[name];
      if (typeof rule !== 'function') throw new Error(`There is no rule ${name}`);
      const either = (...given: unknown[]): unknown =>
        Reflect.apply(taken.rule === name ? opened : rule, undefined, given);
      return [name, either] as const;
    });
    return { ...real, ...Object.fromEntries<unknown>(wrapped) };
  },
  /** What each rule would say if it were not there. */
  open: {
    roles: {
      authorise: () => undefined,
      own: (record: unknown) => record,
    },
    cases: {
      teamsOf: () => Promise.resolve(undefined),
      teamsAsked: (mine: unknown, team: unknown) => (team === undefined ? mine : [team]),
      ofTeam: (record: unknown) => record,
    },
    groups: {
      seenGroup: (group: unknown) => group,
      mayChangeMembers: (group: unknown) => group,
      mayChangeGroup: (group: unknown) => group,
    },
    submissions: {
      submissionRelationsOf: () => Promise.resolve({ own: false, council: true }),
      mayRespond: () => undefined,
    },
    tasks: {
      taskRelationsOf: (_: unknown, __: unknown, { accountId, name }: { accountId: string; name: string }) =>
        Promise.resolve({
          actor: {
            id: accountId,
            name,
            isHolder: true,
            isMemberOfGroup: true,
            managesHolder: true,
            isOfficerOfTeam: true,
            hasSigningRole: true,
            isClock: false,
          },
          mayRead: true,
          mayReadAnswers: true,
          council: false,
        }),
      taskWriter: (task: { holder: object | null }, who: object) => ({ ...who, ...task.holder, isHolder: true }),
      teamsOfCaller: (_: unknown, __: unknown, team: string | undefined) => Promise.resolve([team ?? 'rivers']),
    },
  },
}));

vi.mock('../../../server/platform/http/authorization.ts', async (real) =>
  taken.without(await real(), taken.open.roles),
);
vi.mock('../../../server/modules/groups/team-access.ts', async (real) => taken.without(await real(), taken.open.cases));
vi.mock('../../../server/modules/groups/access.ts', async (real) => taken.without(await real(), taken.open.groups));
vi.mock('../../../server/modules/submissions/access.ts', async (real) =>
  taken.without(await real(), taken.open.submissions),
);
vi.mock('../../../server/modules/tasks/access.ts', async (real) => taken.without(await real(), taken.open.tasks));

/** The rows that a rule is there for. */
const rowsOf: Record<string, RegExp> = {
  authorise: /^GET \/api\/(keys|webhooks|cases)\b/,
  own: /^(GET|PATCH) \/api\/drafts\/:id$/,
  teamsOf: /^GET \/api\/(received|cases|board)$/,
  teamsAsked: /^GET \/api\/(cases|board) \[of rivers\]$/,
  ofTeam: /^(GET|PUT) \/api\/cases\/:id$/,
  seenGroup: /^GET \/api\/groups\/:id$/,
  mayChangeMembers: /^POST \/api\/groups\/:id\/members$/,
  mayChangeGroup: /^PUT \/api\/groups\/:id/,
  submissionRelationsOf: /^GET \/api\/submissions\/:id$/,
  mayRespond: /\/response /,
  taskRelationsOf: /^GET \/api\/tasks\/:id( |$|\/people)|\/(counter-sign|retract|return)\b/,
  taskWriter: /^PATCH \/api\/drafts\/:id \[of a task\]$/,
  teamsOfCaller: /^GET \/api\/council\/tasks/,
};

/** What the module gives that lets nobody in or out by itself. */
const noRules = ['signedIn', 'taskClock', 'hands'];

let judge: Judge;
beforeAll(async () => {
  judge = await startJudge();
});
afterAll(() => judge.cast.stop());

test('every function of the authorization is tried', async () => {
  const files = ['server/platform/http/authorization.ts', ...globSync('server/modules/*/{access,team-access}.ts')];
  const modules = await Promise.all(files.map((file) => vi.importActual<object>(`../../../${file}`)));
  const given = modules.flatMap((module) => Object.keys(module));
  expect(given.filter((name) => !noRules.includes(name)).sort()).toEqual(Object.keys(rowsOf).sort());
});

for (const [rule, pattern] of Object.entries(rowsOf)) {
  test(`without ${rule} the table does not hold`, async () => {
    const rows = accessTable.filter(({ name }) => pattern.test(name));
    expect(await judge.differences(rows)).toEqual([]);
    taken.rule = rule;
    try {
      const told = await judge.differences(rows);
      // Somebody is let in who is not to be; what merely fails in another way would not show that.
      expect(told.filter((words) => / yes instead of (none|4\d\d)$/.test(words))).not.toEqual([]);
    } finally {
      taken.rule = '';
    }
  });
}
