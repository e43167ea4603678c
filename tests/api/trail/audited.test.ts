/**
 * Every route that changes something, and every one that is noted when somebody reads. What is said of a change stands in a stored document before
 * it comes into the trail, so that whoever dies in between loses none; what is said of an act is in the trail before it is answered.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carriers } from '../../../server/platform/storage/collections.ts';
import { every } from '../../../server/platform/storage/every.ts';
import { StoreUnavailableError, type Store } from '../../../server/platform/storage/store.ts';
import { startJudge, type Judge } from '../../support/access/judge.ts';
import { accessTable, type Row } from '../../support/access/table.ts';
import type { Answer, Client } from '../../support/client.ts';
import { pdf } from '../../support/files.ts';
import { testPassword, testProfile } from '../../support/portal.ts';
import { field, textField } from '../../support/read.ts';
import { effectsIn } from '../../../server/platform/effects/pending.ts';

let judge: Judge;
beforeAll(async () => {
  judge = await startJudge();
}, 300_000);
afterAll(() => judge.cast.stop());

/** Acts: what changes no record, and tries that are refused. */
const acts = [
  'attachment-downloaded',
  'audit-exported',
  'audit-read',
  'board-exported',
  'board-read',
  'case-exported',
  'case-read',
  'case-suggested',
  'cases-listed',
  'code-refused',
  'contacts-shown',
  'list-downloaded',
  'messages-read',
  'own-data-downloaded',
  'pdf-downloaded',
  'sign-in-begun',
  'sign-in-refused',
  'submission-read',
  'task-list-downloaded',
  'task-read',
  'work-read',
];

/** The names of the entries that wait in stored documents. */
const waitingIn = async (store: Store): Promise<Set<string>> => {
  const names = new Set<string>();
  for (const collection of carriers) {
    const waiting = { filter: { effectsDue: { gt: '' } }, sort: { path: 'effectsDue', direction: 'asc' } } as const;
    for await (const record of every(store, collection, waiting)) {
      if ('noted' in record) names.add(record.noted.id);
      for (const { id, kind } of effectsIn(record)) if (kind === 'note') names.add(id);
    }
  }
  return names;
};

interface Trail {
  /** Entries of changes that stood in no document when they came into the trail, by their action. */
  loose: string[];
  entries: number;
  /** Nothing can be written into the trail. */
  isAway: boolean;
}

/** Looks at each entry at the moment at which it is written. */
const watching = async <T>(run: (trail: Trail) => Promise<T>): Promise<T> => {
  const { store } = judge.cast.portal;
  const insertMany = store.insertMany.bind(store);
  const trail: Trail = { loose: [], entries: 0, isAway: false };
  const watched: Store['insertMany'] = async (collection, documents) => {
    if (collection !== 'audit') return insertMany(collection, documents);
    if (trail.isAway) throw new StoreUnavailableError('Away');
    const names = await waitingIn(store);
    for (const record of documents) {
      const [action, entry] = [textField(record, 'action'), textField(record, 'entry')];
      trail.entries += 1;
      if (!acts.includes(action) && !names.has(entry)) trail.loose.push(action);
    }
    return insertMany(collection, documents);
  };
  store.insertMany = watched;
  try {
    return await run(trail);
  } finally {
    store.insertMany = insertMany;
  }
};

const firstWhoMay = ({ cells }: Row) => cells.find(([, wanted]) => wanted === 'yes')?.[0];

test('what is said of a change stands in a document before it is in the trail', { timeout: 900_000 }, async () => {
  const wrong: string[] = [];
  const noted = new Set<string>();
  for (const row of accessTable) {
    const caller = firstWhoMay(row);
    if (caller === undefined) continue;
    await watching(async (trail) => {
      const { status } = await judge.answer(row, caller);
      if (status >= 300) wrong.push(`${row.name}: ${status}`);
      for (const action of trail.loose) wrong.push(`${row.name}: ${action}`);
      if (trail.entries > 0) noted.add(row.route);
    });
  }
  expect(wrong).toEqual([]);
  // The test looks at something.
  expect(noted.size).toBeGreaterThan(45);
});

test('nobody is answered before the trail says what they read', { timeout: 900_000 }, async () => {
  const wrong: string[] = [];
  const reading = new Set<string>();
  for (const row of accessTable.filter(({ route }) => route.startsWith('GET '))) {
    const caller = firstWhoMay(row);
    if (caller === undefined) continue;
    await watching(async (trail) => {
      await judge.answer(row, caller);
      // What nobody waited for comes before this one.
      const subject = { kind: 'audit', id: 'audit' };
      await judge.cast.portal.services.audit.append({ actor: 'nobody', action: 'audit-read', subject });
      if (trail.entries === 1) return;
      reading.add(row.route);
      trail.isAway = true;
      const { status } = await judge.answer(row, caller);
      if (status !== 503) wrong.push(`${row.name}: ${status}`);
    });
  }
  expect(wrong).toEqual([]);
  expect(reading.size).toBeGreaterThan(12);
});

test('so it is with every route that stands in no such table', { timeout: 300_000 }, async () => {
  const { portal, people, group } = judge.cast;
  const walked = new Set<string>();
  const code = (to: string) => portal.code(to);
  const linkIn = async (to: string): Promise<string> =>
    /#(\S+)/.exec((await portal.mail(to)).at(-1)?.text ?? '')?.[1] ?? '';
  const call = async (
    client: Pick<Client, 'send'>,
    route: string,
    body: unknown,
    revision?: string | null,
  ): Promise<Answer> => {
    walked.add(route);
    const [method = '', path = ''] = route.split(' ');
    const headers = {
      ...(typeof revision === 'string' ? { 'If-Match': revision } : {}),
      'Content-Type': 'application/json',
    };
    const answer = await client.send(
      method,
      path,
      body instanceof Uint8Array
        ? { body: new Uint8Array(body), headers: { 'Content-Type': 'application/octet-stream' } }
        : body === undefined
          ? {}
          : { body: JSON.stringify(body), headers },
    );
    expect([route, answer.status < 300], JSON.stringify(answer.body)).toEqual([route, true]);
    return answer;
  };
  const { admin, officer, holder } = people;

  await watching(async (trail) => {
    const visitor = portal.client();
    const email = 'walker@example.org';
    const details = { profile: testProfile, email, password: testPassword };
    const begun = textField((await call(visitor, 'POST /api/registrations', details)).body, 'challenge');
    portal.clock.forward({ minutes: 1 });
    await call(visitor, 'POST /api/registrations/new-code', { challenge: begun });
    await call(visitor, 'POST /api/registrations/confirm', { challenge: begun, code: await code(email) });
    await call(visitor, 'PUT /api/me/profile', { ...testProfile, surname: 'Walker' });
    await call(visitor, 'PUT /api/me/automatic-reply', { on: false, text: '' });
    await call(visitor, 'POST /api/session/extend', {});
    await call(visitor, 'POST /api/drafts', { form: 'angling-permit', answers: {} });
    await call(visitor, 'POST /api/sign-out', {});

    const signIn = async (client: Client, password: string): Promise<void> => {
      const asked = await call(client, 'POST /api/sign-in', { email, password });
      const challenge = textField(asked.body, 'challenge');
      portal.clock.forward({ minutes: 1 });
      await call(client, 'POST /api/sign-in/new-code', { challenge });
      await call(client, 'POST /api/sign-in/code', { challenge, code: await code(email) });
    };
    await signIn(portal.client(), testPassword);
    await signIn(visitor, testPassword);
    await call(visitor, 'DELETE /api/me/sessions', undefined);
    const second = 'lantern river fifty';
    await call(visitor, 'PUT /api/me/password', { current: testPassword, password: second });
    const next = 'elsewhere@example.org';
    const asked = await call(visitor, 'POST /api/me/email', { email: next, password: second });
    const challenge = textField(asked.body, 'challenge');
    portal.clock.forward({ minutes: 1 });
    await call(visitor, 'POST /api/me/email/new-code', { challenge });
    await call(visitor, 'POST /api/me/email/confirm', { challenge, code: await code(next) });
    await call(portal.client(), 'POST /api/password-resets', { email: next });
    const reset = { token: await linkIn(next) };
    await call(portal.client(), 'POST /api/password-resets/read', reset);
    await call(portal.client(), 'POST /api/password-resets/confirm', { ...reset, password: 'heron pebble ninety' });

    const invited = 'invited@example.org';
    const names = { forename: 'In', surname: 'Vited', role: 'officer', groups: [group._id], teams: ['rivers'] };
    await call(admin, 'POST /api/accounts/invitations', { email: invited, ...names });
    const token = await linkIn(invited);
    await call(portal.client(), 'POST /api/invitations/read', { token });
    const accepted = { token, password: testPassword, address: testProfile.address };
    await call(portal.client(), 'POST /api/invitations/accept', accepted);
    await call(admin, 'POST /api/accounts/invitations', { email: invited, ...names });

    const named = { name: 'Others', organisation: 'Angling Club', members: [], managers: [] };
    await call(admin, 'POST /api/groups', named);
    await call(admin, 'POST /api/keys', { name: 'Walked', scopes: ['cases:read'], days: 1 });
    await call(admin, 'POST /api/webhooks', { url: 'https://case-system.example/', events: ['task.sent'] });
    await call(admin, 'POST /api/catalogue/reload', {});
    const calendar = await admin.get('/api/calendar');
    await call(admin, 'PUT /api/calendar', { terms: [], holidays: [] }, calendar.headers.get('ETag'));

    const subject = { firstName: 'Walk', lastName: 'Er', dateOfBirth: '2015-04-03', identifiers: {} };
    const opened = await call(officer, 'POST /api/cases', { subject, team: 'rivers', values: {} });
    await call(officer, 'POST /api/council/tasks/documents?name=a.pdf', pdf);
    const task = {
      case: field(opened.body, 'id'),
      form: 'bank-report',
      to: [{ kind: 'user', id: holder.account._id }],
    };
    await call(officer, 'POST /api/council/tasks', task);

    expect(trail.loose).toEqual([]);
    expect(trail.entries).toBeGreaterThan(18);
  });

  const rows = accessTable.map(({ route }) => route);
  const done = [...walked].map((route) => route.replace(/\?.*$/, ''));
  const changing = portal.services.routes
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);
  expect(changing.filter((route) => !rows.includes(route) && !done.includes(route))).toEqual([]);
});
