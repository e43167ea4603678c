/** A council in which everybody stands in one way to the records that are asked for, with one of each record. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GroupDocument } from '../../../server/modules/groups/groups.ts';
import { Scope } from '../../../wire/api.ts';
import { anglingForms } from '../angling.ts';
import { createClient, type Client } from '../client.ts';
import { startPortal, type SignedIn, type TestPortal } from '../portal.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** How those who call stand to the records; the columns of the table. */
export const callers = [
  /** Not signed in. */
  'nobody',
  /** Has an account, and nothing to do with any of it. */
  'stranger',
  /** Began or submitted the form. */
  'owner',
  /** Has the task; in its work group. */
  'holder',
  /** Had the task and wrote in it; no longer in its work group. */
  'former',
  'member',
  'manager',
  /** Of the team that the records are with. */
  'officer',
  /** Of another team. */
  'other',
  'admin',
  /** A key in the officer's name that may do everything. */
  'key',
  /** A key in the officer's name that may do everything but what the route asks for. */
  'bare',
] as const;

export type CallerName = (typeof callers)[number];
export type PersonName = Exclude<CallerName, 'nobody' | 'key' | 'bare'>;

export interface Cast {
  portal: TestPortal;
  people: Record<PersonName, SignedIn>;
  group: GroupDocument;
  /** Whoever calls a route that asks keys for `scope`. */
  as: (caller: CallerName, scope: Scope | undefined) => Pick<Client, 'send'>;
  stop: () => Promise<void>;
}

const named = (forename: string) => ({
  profile: { forename, surname: 'Heron', professional: true, organisation: 'Angling Club', jobRole: 'Warden' },
});

const scopes: Scope[] = Scope.anyOf.map(({ const: scope }) => scope);

const withKey = (url: string, key: string): Pick<Client, 'send'> => {
  const { send } = createClient(url);
  return {
    send: (method, path, { body, headers } = {}) =>
      send(method, path, {
        headers: { ...headers, Authorization: `Bearer ${key}` },
        ...(body === undefined ? {} : { body }),
      }),
  };
};

export const startCast = async (): Promise<Cast> => {
  const formsDir = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
  for (const forms of [anglingForms, folder('task-forms')]) cpSync(forms, formsDir, { recursive: true });
  const teams = ['rivers', 'upper-river', 'lakes'];
  const portal = await startPortal({
    config: {
      formsDir,
      councilDir: folder('clock-council'),
      serveUnpublished: true,
      demonstration: true,
      teams: Object.fromEntries(teams.map((team) => [team, `${team}@council.example`])),
    },
  });
  const officer = await portal.signedIn({ role: 'officer', teams: ['rivers', 'upper-river'], ...named('Olive') });
  const people: Cast['people'] = {
    stranger: await portal.signedIn(named('Stan')),
    owner: await portal.signedIn(named('Ona')),
    holder: await portal.signedIn(named('Hal')),
    former: await portal.signedIn(named('Finn')),
    member: await portal.signedIn(named('May')),
    manager: await portal.signedIn(named('Mona')),
    officer,
    other: await portal.signedIn({ role: 'officer', teams: ['lakes'], ...named('Otto') }),
    admin: await portal.signedIn({ role: 'administrator', ...named('Ada') }),
  };
  const ids = (...names: PersonName[]): string[] => names.map((name) => people[name].account._id);
  const group = await portal.services.groups.create({
    name: 'Wardens',
    organisation: 'Angling Club',
    members: ids('holder', 'former', 'member'),
    managers: ids('manager'),
  });

  const { account, email } = officer;
  const caller = { accountId: account._id, sessionId: '', role: account.role, email, name: '', professional: true };
  const keyWith = async (allowed: Scope[]) =>
    withKey(portal.url, (await portal.services.keys.make(caller, { name: 'Test', scopes: allowed, days: 1 })).key);
  const whole = await keyWith(scopes);
  const without = new Map<Scope, Pick<Client, 'send'>>();
  for (const scope of scopes) without.set(scope, await keyWith(scopes.filter((each) => each !== scope)));

  return {
    portal,
    people,
    group,
    as: (name, scope) => {
      if (name === 'nobody') return portal.client();
      if (name === 'key') return whole;
      if (name === 'bare') return (scope === undefined ? undefined : without.get(scope)) ?? whole;
      return people[name];
    },
    stop: async () => {
      await portal.stop();
      rmSync(formsDir, { recursive: true, force: true });
    },
  };
};
