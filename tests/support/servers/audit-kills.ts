/**
 * A server that is killed again and again while people do what the audit trail speaks of, and what must come of it: for each change that is there
 * exactly one entry, and for none that is not. What is stored is compared with the trail by itself, and with what was acknowledged.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { textOf } from '../../../engine/json.ts';
import { systemClock } from '../../../server/core/clock.ts';
import type { NoteEffect } from '../../../server/platform/effects/effect.ts';
import { effectsIn } from '../../../server/platform/effects/pending.ts';
import { carriers } from '../../../server/platform/storage/collections.ts';
import { every, listOf } from '../../../server/platform/storage/every.ts';
import type { Storage } from '../../../server/platform/storage/open.ts';
import {
  documentsOf,
  type CollectionName,
  type Store,
  type StoredDocument,
} from '../../../server/platform/storage/store.ts';
import { verify } from '../../../scripts/ops/verify.ts';
import { createClient, type Answer, type Client, type SendOptions } from '../client.ts';
import { pdf } from '../files.ts';
import { testPassword, testProfile } from '../portal.ts';
import type { Random } from '../random.ts';
import { field, textField } from '../read.ts';
import { installation, signedInBy, type Installation, type StoreKind } from './installation.ts';
import { serverProcess, type ServerProcess } from './server-process.ts';

/** What was acknowledged, by action and subject, and what else was asked for without an answer. */
interface Ledger {
  acknowledged: Map<string, number>;
  unanswered: number;
  answered: number;
  /** Answers that nobody expected. */
  odd: string[];
}

const keyOf = (action: string, id: string): string => `${action} ${id}`;

/** An answer, or undefined where the server died first. */
type Ask = (method: string, path: string, body?: unknown, more?: SendOptions) => Promise<Answer | undefined>;

interface Lane {
  ask: Ask;
  noted: (action: string, id: string, answer: Answer | undefined) => boolean;
  random: Random;
}

const revisionOf = (answer: Answer | undefined): SendOptions => ({
  headers: { 'If-Match': answer?.headers.get('ETag') ?? '"0"' },
});

const nameFrom = (random: Random): string => `N${random.between(0, 2 ** 30)}`;

/** Makes a group, changes it and deletes it. */
const ofGroup = async ({ ask, noted, random }: Lane, member: string): Promise<void> => {
  const content = { name: nameFrom(random), organisation: 'Angling Club', members: [], managers: [] };
  const made = await ask('POST', '/api/groups', content);
  if (made?.status !== 201) return;
  const id = textField(made.body, 'id');
  noted('group-made', id, made);
  const changed = await ask('PUT', `/api/groups/${id}`, { ...content, members: [member] }, revisionOf(made));
  noted('group-changed', id, changed);
  const read = await ask('GET', `/api/groups/${id}`);
  if (random.between(0, 2) > 0)
    noted('group-deleted', id, await ask('DELETE', `/api/groups/${id}`, undefined, revisionOf(read)));
};

const ofTeam = async ({ ask, noted }: Lane): Promise<void> => {
  const read = await ask('GET', '/api/teams');
  if (read?.status !== 200) return;
  const team = field(read.body, '0');
  const body = { name: 'Rivers', department: 'D', telephone: '1', address: 'A', officers: [] };
  const headers = { 'If-Match': `"${String(field(team, 'revision'))}"` };
  const id = textField(team, 'id');
  noted('team-changed', id, await ask('PUT', `/api/teams/${id}`, body, { headers }));
};

const ofCalendar = async ({ ask, noted }: Lane): Promise<void> => {
  const read = await ask('GET', '/api/calendar');
  noted(
    'calendar-changed',
    'calendar',
    await ask('PUT', '/api/calendar', { terms: [], holidays: [] }, revisionOf(read)),
  );
};

const ofKey = async ({ ask, noted, random }: Lane): Promise<void> => {
  const made = await ask('POST', '/api/keys', { name: nameFrom(random), scopes: ['cases:read'], days: 1 });
  if (made?.status !== 201) return;
  const id = textField(made.body, 'id');
  noted('key-made', id, made);
  if (random.between(0, 1) === 0) noted('key-ended', id, await ask('DELETE', `/api/keys/${id}`));
};

const ofWebhook = async ({ ask, noted, random }: Lane): Promise<void> => {
  const made = await ask('POST', '/api/webhooks', { url: 'https://case-system.example/', events: ['task.returned'] });
  if (made?.status !== 201) return;
  const id = textField(made.body, 'id');
  noted('webhook-made', id, made);
  if (random.between(0, 1) === 0) noted('webhook-ended', id, await ask('DELETE', `/api/webhooks/${id}`));
};

const ofDraft = async ({ ask, noted, random }: Lane): Promise<void> => {
  const begun = await ask('POST', '/api/drafts', { form: 'angling-permit', answers: {} });
  if (begun?.status !== 201) return;
  const id = textField(begun.body, 'id');
  const added = await ask('POST', `/api/drafts/${id}/attachments?name=a.pdf`, undefined, {
    body: pdf,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  if (added?.status === 201) {
    const document = textField(added.body, 'id');
    noted('attachment-deleted', document, await ask('DELETE', `/api/drafts/${id}/attachments/${document}`));
  }
  if (random.between(0, 3) > 0) noted('draft-deleted', id, await ask('DELETE', `/api/drafts/${id}`));
};

const ofCase = async ({ ask, noted, random }: Lane): Promise<void> => {
  const subject = { firstName: nameFrom(random), lastName: 'Heron', dateOfBirth: '2015-04-03', identifiers: {} };
  const made = await ask('POST', '/api/cases', { subject, team: 'rivers', values: { 'permit.river': 'upper' } });
  if (made?.status !== 201) return;
  const id = textField(made.body, 'id');
  noted('case-created', id, made);
  const pause = { from: '2026-07-01', to: '2026-07-02', reason: 'Flood' };
  noted('case-pause-noted', id, await ask('POST', `/api/cases/${id}/pauses`, pause));
  noted('case-hold-set', id, await ask('PUT', `/api/cases/${id}/hold`, { reason: 'A court asked' }));
};

const ofAccount = async ({ ask, noted, random }: Lane, id: string): Promise<void> => {
  const to = random.pick(['applicant', 'officer']);
  const lines = await ask('GET', `/api/accounts?q=subject`);
  const before = field(field(field(lines?.body, 'items'), '0'), 'role');
  // Where nobody said what it is, what comes back may have changed nothing.
  if (typeof before === 'string' && before !== to)
    noted('role-changed', id, await ask('PUT', `/api/accounts/${id}/role`, { role: to }));
  const suspended = await ask('POST', `/api/accounts/${id}/suspend`, { reason: 'Left' });
  // A repeat of what a dead server had done already changes nothing.
  if (suspended !== undefined) await ask('POST', `/api/accounts/${id}/restore`);
};

const ofInvitation = async ({ ask, noted, random }: Lane, groups: string[]): Promise<void> => {
  const email = `${nameFrom(random).toLowerCase()}@example.org`;
  const invitation = { email, forename: 'In', surname: 'Vited', role: 'applicant', groups, teams: [] };
  const made = await ask('POST', '/api/accounts/invitations', invitation);
  if (made?.status === 202) noted('account-invited', textField(made.body, 'id'), made);
};

const ofProfile = async ({ ask, noted, random }: Lane, id: string): Promise<void> => {
  const profile = { ...testProfile, phone: `01865 ${random.between(100_000, 999_999)}` };
  noted('profile-changed', id, await ask('PUT', '/api/me/profile', profile));
};

const passwords = [testPassword, 'lantern river fifty'] as const;

/** By turns; where it is not known which one it is, both are tried. */
const ofPassword = async ({ ask, noted }: Lane, id: string): Promise<void> => {
  for (const [from, to] of [passwords, passwords.toReversed()]) {
    const changed = await ask('PUT', '/api/me/password', { current: from, password: to });
    if (changed?.status === 204) noted('password-changed', id, changed);
    if (changed === undefined) return;
  }
};

export interface Killed {
  kills: number;
  acknowledged: number;
  unanswered: number;
  entries: number;
  /** In words; none where all is well. */
  wrong: string[];
}

const pending = async (store: Store): Promise<number> => {
  let count = await store.count('removals', {});
  for (const name of carriers) {
    const waiting = { filter: { effectsDue: { gt: '' } }, sort: { path: 'effectsDue', direction: 'asc' } } as const;
    for await (const record of every(store, name, waiting))
      count += effectsIn(record).filter((effect): effect is NoteEffect => effect.kind === 'note').length;
  }
  return count;
};

/** Where the trail is not what is stored, or not what was acknowledged. */
const differences = async (
  { store }: Storage,
  ledger: Ledger,
  leaver: { id: string; sessions: number },
): Promise<string[]> => {
  const wrong: string[] = [...ledger.odd];
  const entries = await listOf(store, 'audit', { filter: {}, sort: { path: 'at', direction: 'asc' } });
  const counts = new Map<string, number>();
  for (const { action, subject } of entries) {
    const key = keyOf(action, subject.id);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const count = (action: string, id: string): number => counts.get(keyOf(action, id)) ?? 0;
  const subjects = (action: string): string[] => [
    ...new Set(entries.filter((each) => each.action === action).map(({ subject }) => subject.id)),
  ];
  const same = (what: string, found: unknown, wanted: unknown): void => {
    if (found !== wanted) wrong.push(`${what}: ${String(found)} instead of ${String(wanted)}`);
  };

  for (const [key, least] of ledger.acknowledged)
    if ((counts.get(key) ?? 0) < least) wrong.push(`${key}: ${counts.get(key) ?? 0} entries of ${least} acknowledged`);

  const all = (collection: CollectionName): Promise<StoredDocument[]> =>
    listOf(documentsOf(store), collection, { filter: {}, sort: { path: '_id', direction: 'asc' } });
  const present = async (collection: CollectionName): Promise<Set<string>> =>
    new Set((await all(collection)).map(({ _id }) => _id));
  /** One entry for each record that is made, one for each that is gone, and no other. */
  const lives = async (collection: CollectionName, made: string, ended: string): Promise<void> => {
    const there = await present(collection);
    for (const id of there)
      if (count(made, id) > 0 || collection !== 'groups') same(keyOf(made, id), count(made, id), 1);
    for (const id of subjects(made)) same(keyOf(ended, id), count(ended, id), there.has(id) ? 0 : 1);
    for (const id of subjects(made)) same(keyOf(made, id), count(made, id), 1);
  };
  await lives('groups', 'group-made', 'group-deleted');
  await lives('apiKeys', 'key-made', 'key-ended');
  await lives('webhooks', 'webhook-made', 'webhook-ended');

  for (const { _id, edition } of await all('teams'))
    same(keyOf('team-changed', _id), count('team-changed', _id), Number(edition ?? 1) - 1);
  // The first one is made by its first change.
  for (const { _id, edition } of await all('calendars'))
    same(keyOf('calendar-changed', _id), count('calendar-changed', _id), Number(edition));
  for (const { _id, edition } of await all('groups'))
    if (count('group-made', _id) > 0)
      same(keyOf('group-changed', _id), count('group-changed', _id), Number(edition) - 1);

  const drafts = await present('drafts');
  for (const id of subjects('draft-deleted')) {
    same(keyOf('draft-deleted', id), count('draft-deleted', id), 1);
    same(`draft ${id}`, drafts.has(id), false);
  }
  for (const { _id, draft, state } of await all('attachments'))
    if (drafts.has(textOf(draft)))
      same(keyOf('attachment-deleted', _id), count('attachment-deleted', _id), state === 'removed' ? 1 : 0);

  for (const { _id, edition, pauses, hold } of await all('cases')) {
    same(keyOf('case-created', _id), count('case-created', _id), 1);
    same(keyOf('case-pause-noted', _id), count('case-pause-noted', _id), Array.isArray(pauses) ? pauses.length : 0);
    same(keyOf('case-hold-set', _id), count('case-hold-set', _id), hold === undefined ? 0 : 1);
    same(`edition of ${_id}`, edition, 1 + count('case-pause-noted', _id) + count('case-hold-set', _id));
  }

  for (const account of await all('accounts')) {
    const { _id, role, state, invitation } = account;
    if (invitation !== undefined) same(keyOf('account-invited', _id), count('account-invited', _id), 1);
    const roles = entries.filter((each) => each.action === 'role-changed' && each.subject.id === _id);
    for (const [place, { detail }] of roles.entries())
      if (place > 0) same(`role of ${_id}`, detail?.['from'], roles[place - 1]?.detail?.['to']);
    if (roles.length > 0) same(`role of ${_id}`, role, roles.at(-1)?.detail?.['to']);
    const suspended = count('account-suspended', _id) - count('account-restored', _id);
    same(`suspensions of ${_id}`, suspended, state === 'suspended' ? 1 : 0);
  }
  const left = await store.count('sessions', { account: { eq: leaver.id } });
  same(keyOf('signed-out', leaver.id), count('signed-out', leaver.id), leaver.sessions - left);
  return wrong;
};

export interface KillOptions {
  store: StoreKind;
  kills: number;
  random: Random;
  /** Acknowledged changes between two kills. */
  between: { least: number; most: number };
}

/** Begins, kills as often as is asked, lets the last server finish what waits, and compares. */
export const auditKills = async ({ store, kills, random, between }: KillOptions): Promise<Killed> => {
  const home: Installation = await installation({ store });
  const server: ServerProcess = await serverProcess(home);
  try {
    const leaving = 4 * kills;
    const { cookies, ids, groupId, sessions } = await home.withStore(async (storage, services) => {
      const admin = await signedInBy(services, 'Admin', 'administrator');
      const applicant = await signedInBy(services, 'Applicant');
      const subject = await signedInBy(services, 'Subject');
      // Theirs end by signing out alone.
      const leaver = await signedInBy(services, 'Leaver');
      const found = await services.accounts.get(leaver.id);
      const away: string[] = [];
      if (found !== undefined)
        for (let made = 0; made < leaving; made += 1)
          away.push(`session=${(await services.sessions.begin(found)).token}`);
      const group = await services.groups.create({ name: 'All', organisation: 'Club', members: [], managers: [] });
      return {
        cookies: { admin: admin.cookie, applicant: applicant.cookie, away },
        ids: { applicant: applicant.id, subject: subject.id, leaver: leaver.id },
        groupId: group._id,
        sessions: await storage.store.count('sessions', { account: { eq: leaver.id } }),
      };
    });

    const ledger: Ledger = { acknowledged: new Map(), unanswered: 0, answered: 0, odd: [] };
    let isOver = false;
    let onAnswer = (): void => undefined;
    const asking =
      (client: Client): Ask =>
      async (method, path, body, more = {}) => {
        const json = body === undefined ? {} : { body: JSON.stringify(body) };
        const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
        try {
          const answer = await client.send(method, path, { ...json, ...more, headers: { ...type, ...more.headers } });
          if (answer.status >= 500 && answer.status !== 503) ledger.odd.push(`${method} ${path}: ${answer.status}`);
          return answer;
        } catch {
          ledger.unanswered += 1;
          await wait(200);
          return undefined;
        }
      };
    const noted: Lane['noted'] = (action, id, answer) => {
      if (answer === undefined || answer.status >= 300) return false;
      const key = keyOf(action, id);
      ledger.acknowledged.set(key, (ledger.acknowledged.get(key) ?? 0) + 1);
      ledger.answered += 1;
      onAnswer();
      return true;
    };
    const lane = (cookie: string): Lane => ({ ask: asking(createClient(server.url, cookie)), noted, random });
    const loop = async (...steps: (() => Promise<void>)[]): Promise<void> => {
      while (!isOver) await random.pick(steps)();
    };

    await server.start();
    const admin = lane(cookies.admin);
    const other = lane(cookies.admin);
    const applicant = lane(cookies.applicant);
    const leave = async (): Promise<void> => {
      const cookie = cookies.away.pop();
      if (cookie === undefined) return wait(100);
      noted('signed-out', ids.leaver, await lane(cookie).ask('POST', '/api/sign-out'));
    };
    const people = Promise.all([
      loop(
        () => ofGroup(admin, ids.subject),
        () => ofTeam(admin),
        () => ofCalendar(admin),
        () => ofAccount(admin, ids.subject),
      ),
      loop(
        () => ofKey(other),
        () => ofWebhook(other),
        () => ofCase(other),
        () => ofInvitation(other, [groupId]),
      ),
      loop(
        () => ofDraft(applicant),
        () => ofProfile(applicant, ids.applicant),
        () => ofPassword(applicant, ids.applicant),
        leave,
      ),
    ]);
    people.catch(() => undefined);

    for (let killed = 0; killed < kills; killed += 1) {
      let left = random.between(between.least, between.most);
      await new Promise<void>((resolve) => {
        onAnswer = () => {
          left -= 1;
          if (left === 0) resolve();
        };
      });
      await wait(random.between(0, 40));
      await server.kill();
      await server.start();
    }
    isOver = true;
    await people;

    // What a dead server had begun is done by the next one when its lease is over.
    await server.moveClock(3 * 60_000);
    let waiting = 1;
    for (let tries = 0; tries < 20 && waiting > 0; tries += 1) {
      await wait(3_000);
      await server.stop();
      waiting = await home.withStore((storage) => pending(storage.store));
      if (waiting > 0) await server.start();
    }
    return await home.withStore(async (storage) => {
      const wrong = await differences(storage, ledger, { id: ids.leaver, sessions });
      if (waiting > 0) wrong.push(`${waiting} entries still wait`);
      const { faults } = await verify({ ...storage, clock: systemClock });
      for (const fault of faults) if (fault.kind !== 'effects') wrong.push(JSON.stringify(fault));
      return {
        kills,
        acknowledged: ledger.answered,
        unanswered: ledger.unanswered,
        entries: await storage.store.count('audit', {}),
        wrong,
      };
    });
  } finally {
    await server.kill();
    await home.remove();
  }
};
