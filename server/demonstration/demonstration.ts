/** Accounts, groups, cases and forms with which the service can be tried. All of them come from files; nothing here knows what they say. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import Type, { type Static, type TSchema } from 'typebox';
import { emailFormat, postcodeFormat } from '../../engine/index.ts';
import { Role } from '../../wire/account.ts';
import { NewCase } from '../../wire/case.ts';
import { Step } from './steps.ts';

const closed = { additionalProperties: false };

const DemoPerson = Type.Object(
  {
    email: Type.String(),
    /** Only of those that are shown on the sign-in page, with `who` they are. Nobody can sign in as the others. */
    password: Type.Optional(Type.String()),
    who: Type.Optional(Type.String()),
    role: Role,
    /** Names of the teams in which the account works. */
    teams: Type.Optional(Type.Array(Type.String())),
    profile: Type.Object({
      forename: Type.String(),
      surname: Type.String(),
      professional: Type.Boolean(),
      jobRole: Type.Optional(Type.String()),
      organisation: Type.Optional(Type.String()),
      phone: Type.Optional(Type.String()),
      address: Type.Object({
        propertyName: Type.Optional(Type.String()),
        houseNo: Type.Optional(Type.String()),
        street: Type.String(),
        area: Type.Optional(Type.String()),
        town: Type.String(),
        county: Type.Optional(Type.String()),
        postcode: Type.String(),
      }),
    }),
    /** Days from today; negative ones are past. */
    away: Type.Optional(
      Type.Object(
        {
          from: Type.Integer(),
          to: Type.Integer(),
          text: Type.String(),
          /** Address of whoever is asked instead. */
          instead: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type DemoPerson = Static<typeof DemoPerson>;

const DemoForm = Type.Object(
  {
    /** Email address of the account whose it is. */
    account: Type.String(),
    form: Type.String(),
    /** A recorded example in the form's package, such as `1.0.0/examples/full.json`; its dates are moved to the day. */
    example: Type.String(),
    /** The pages whose answers are given; all when absent. */
    pages: Type.Optional(Type.Array(Type.String())),
    lastPage: Type.Optional(Type.String()),
    submit: Type.Boolean(),
    /** Days from today on which it was filled in. */
    day: Type.Optional(Type.Integer({ maximum: 0 })),
    /** What was written about it once it was submitted, in this order; `response` is the council's. */
    then: Type.Optional(
      Type.Array(
        Type.Object(
          {
            day: Type.Integer({ maximum: 0 }),
            by: Type.String(),
            text: Type.String(),
            response: Type.Optional(Type.Boolean()),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
);
export type DemoForm = Static<typeof DemoForm>;

const DemoTeam = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    department: Type.String(),
    telephone: Type.String(),
    address: Type.String(),
  },
  closed,
);

const DemoGroup = Type.Object(
  {
    name: Type.String(),
    organisation: Type.String(),
    members: Type.Array(Type.String()),
    managers: Type.Array(Type.String()),
  },
  closed,
);
export type DemoGroup = Static<typeof DemoGroup>;

const DemoCase = Type.Object(
  {
    subject: NewCase.properties.subject,
    team: Type.String(),
    /** Address of the officer. */
    officer: Type.String(),
    /** A list of values in `values.json`, beside its own. */
    like: Type.Optional(Type.String()),
    values: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** Organisation of the work group that the story calls `group`. */
    organisation: Type.Optional(Type.String()),
    /** A list of steps in `stories.json`. */
    story: Type.String(),
    /** Days by which the whole story is earlier. */
    earlier: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type DemoCase = Static<typeof DemoCase>;

const DemoCases = Type.Object(
  {
    /** The day on which dates of birth are right; they move by whole years, at the beginning of each (`09-01`). */
    asOf: Type.String({ format: 'date' }),
    yearBegins: Type.String({ pattern: '^\\d{2}-\\d{2}$' }),
    cases: Type.Array(DemoCase),
  },
  closed,
);

const Answers = Type.Record(Type.String(), Type.Unknown());

const ajv = new Ajv2020({ strict: true, strictTypes: false });
formatsPlugin.default(ajv, ['date', 'date-time']);
ajv.addFormat('email', emailFormat.test);
ajv.addFormat('uk-postcode', postcodeFormat.test);

const read = async <T extends TSchema>(path: string, schema: T, nothing: string): Promise<Static<T>> => {
  const text = await readFile(path, 'utf8').catch(() => nothing);
  const fits = ajv.compile<Static<T>>(schema);
  const parsed: unknown = JSON.parse(text);
  if (!fits(parsed)) throw new Error(`${path}: ${ajv.errorsText(fits.errors)}`);
  return parsed;
};

const noCases = '{ "asOf": "2000-01-01", "yearBegins": "01-01", "cases": [] }';

/** What `demonstration/` in the council's folder holds; nothing where a file is missing. Rejects with what is wrong in one. */
export const readDemonstration = async (councilDir: string) => {
  const file = (name: string): string => join(councilDir, 'demonstration', name);
  return {
    accounts: await read(file('accounts.json'), Type.Array(DemoPerson), '[]'),
    people: await read(file('people.json'), Type.Array(DemoPerson), '[]'),
    teams: await read(file('teams.json'), Type.Array(DemoTeam), '[]'),
    groups: await read(file('groups.json'), Type.Array(DemoGroup), '[]'),
    forms: await read(file('forms.json'), Type.Array(DemoForm), '[]'),
    ...(await read(file('cases.json'), DemoCases, noCases)),
    values: await read(file('values.json'), Type.Record(Type.String(), Answers), '{}'),
    stories: await read(file('stories.json'), Type.Record(Type.String(), Type.Array(Step)), '{}'),
    answers: await read(file('answers.json'), Type.Record(Type.String(), Answers), '{}'),
  };
};
export type Demonstration = Awaited<ReturnType<typeof readDemonstration>>;
