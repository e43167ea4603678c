/** Accounts, a draft and a submission with which the service can be tried. All of them come from files; nothing here knows what they say. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import Type, { type Static, type TSchema } from 'typebox';
import { Role } from '../../wire/account.ts';

const DemoAccount = Type.Object({
  email: Type.String(),
  password: Type.String(),
  who: Type.String(),
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
});
export type DemoAccount = Static<typeof DemoAccount>;

const DemoForm = Type.Object({
  /** E-mail address of the account whose it is. */
  account: Type.String(),
  form: Type.String(),
  /** A recorded example in the form's package, such as `1.0.0/examples/full.json`; its dates are moved to today. */
  example: Type.String(),
  /** The pages whose answers are given; all when absent. */
  pages: Type.Optional(Type.Array(Type.String())),
  lastPage: Type.Optional(Type.String()),
  submit: Type.Boolean(),
});
export type DemoForm = Static<typeof DemoForm>;

const ajv = new Ajv2020({ strict: true, strictTypes: false });
formatsPlugin.default(ajv, ['date', 'date-time', 'email']);

const readList = async <T extends TSchema>(path: string, schema: T): Promise<Static<T>[]> => {
  const text = await readFile(path, 'utf8').catch(() => '[]');
  const isList = ajv.compile<Static<T>[]>(Type.Array(schema));
  const parsed: unknown = JSON.parse(text);
  if (!isList(parsed)) throw new Error(`${path}: ${ajv.errorsText(isList.errors)}`);
  return parsed;
};

/** What `demonstration/` in the council's folder holds; nothing where it is missing. */
export const readDemonstration = async (
  councilDir: string,
): Promise<{ accounts: DemoAccount[]; forms: DemoForm[] }> => ({
  accounts: await readList(join(councilDir, 'demonstration', 'accounts.json'), DemoAccount),
  forms: await readList(join(councilDir, 'demonstration', 'forms.json'), DemoForm),
});
