/** Role × audience × action: nobody is sent, handed or picks up a form that is not for them, and whoever tries is told whom it is for. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { act, startBank, taskOf, toUser, type Bank, type Sent } from '../../support/bank.ts';
import type { Answer } from '../../support/client.ts';
import type { SignedIn } from '../../support/portal.ts';
import { field, fieldsOf, textField } from '../../support/read.ts';

/** By the id of a form, whom it is for. */
const forms: Record<string, string[]> = {
  'for-professionals': ['professional'],
  'for-parents': ['parent'],
  'for-young-people': ['young-person'],
  'for-both': ['parent', 'professional'],
  'for-council': ['council'],
};

type Who = 'professional' | 'family' | 'officer';
const may: Record<Who, string[]> = {
  professional: ['for-professionals', 'for-both'],
  family: ['for-parents', 'for-young-people', 'for-both'],
  officer: ['for-council'],
};

/** A form that people begin themselves, for the same. */
const applicationOf = (form: string): string => `begun-${form}`;

const formsDir = mkdtempSync(join(tmpdir(), 'formwork-audience-'));
let bank: Bank;
const people: Partial<Record<Who, SignedIn>> = {};
const groups: Partial<Record<Who, string>> = {};

beforeAll(async () => {
  for (const [id, audience] of Object.entries(forms)) {
    const to = join(formsDir, id, '1.0.0');
    cpSync(join(import.meta.dirname, '../../support/task-forms/bank-report/1.0.0'), to, { recursive: true });
    const file = join(to, 'form.json');
    const manifest = { ...fieldsOf(JSON.parse(readFileSync(file, 'utf8'))), id, audience };
    writeFileSync(file, JSON.stringify(manifest));
  }
  for (const [form, audience] of Object.entries(forms)) {
    const id = applicationOf(form);
    const to = join(formsDir, id, '1.0.0');
    cpSync(join(import.meta.dirname, '../../support/forms/angling-permit/1.0.0'), to, { recursive: true });
    const file = join(to, 'form.json');
    writeFileSync(file, JSON.stringify({ ...fieldsOf(JSON.parse(readFileSync(file, 'utf8'))), id, audience }));
  }
  bank = await startBank({ config: { formsDir } });
  const { portal, officer, warden } = bank;
  people.professional = warden;
  people.family = await portal.signedIn({ profile: { forename: 'Fay', surname: 'Family', professional: false } });
  people.officer = officer;
  for (const who of ['professional', 'family', 'officer'] as const) {
    const { _id } = await portal.services.groups.create({
      name: `Only ${who}`,
      organisation: 'Audience',
      members: [people[who]?.account._id ?? ''],
      managers: [],
    });
    groups[who] = _id;
  }
}, 120_000);
afterAll(async () => {
  await bank.portal.stop();
  rmSync(formsDir, { recursive: true });
});

const person = (who: Who): SignedIn => {
  const found = people[who];
  if (found === undefined) throw new Error(`There is no ${who}`);
  return found;
};
const groupOf = (who: Who) => ({ kind: 'group' as const, id: groups[who] ?? '' });

const sendTo = (form: string, to: { kind: 'user' | 'group'; id: string }): Promise<Answer> =>
  bank.officer.post('/api/council/tasks', { case: bank.caseId, form, to: [to] });

const sentTo = async (form: string, to: { kind: 'user' | 'group'; id: string }): Promise<Sent> => {
  const answer = await sendTo(form, to);
  expectStatus(answer, 201);
  return taskOf({ ...answer, body: field(answer.body, '0') }, 201);
};

/** Somebody who may have a form, to whom it goes first. */
const firstFor = (form: string): Who => {
  const found = (['professional', 'family', 'officer'] as const).find((who) => may[who].includes(form));
  if (found === undefined) throw new Error(`Nobody may have ${form}`);
  return found;
};

/** A work group in which everybody is. */
const mixed = async (): Promise<{ kind: 'group'; id: string }> => {
  const members = (['professional', 'family', 'officer'] as const).map((who) => person(who).account._id);
  const { services } = bank.portal;
  const { _id } = await services.groups.create({ name: 'Everybody', organisation: 'Audience', members, managers: [] });
  return { kind: 'group', id: _id };
};

const actions: Record<string, (form: string, who: Who) => Promise<Answer>> = {
  send: (form, who) => sendTo(form, toUser(person(who))),
  'send to a work group': (form, who) => sendTo(form, groupOf(who)),
  're-assign': async (form, who) => {
    const task = await sentTo(form, await mixed());
    return act(bank.officer, task, 're-assign', { to: toUser(person(who)) });
  },
  're-assign to a work group': async (form, who) => {
    const task = await sentTo(form, toUser(person(firstFor(form))));
    return act(bank.officer, task, 're-assign', { to: groupOf(who) });
  },
  'pick up': async (form, who) => act(person(who), await sentTo(form, await mixed()), 'pick-up'),
  reopen: async (form, who) => {
    const task = await sentTo(form, toUser(person(firstFor(form))));
    const { store } = bank.portal;
    const { account } = person(who);
    const lastHolder = { id: account._id, name: `${account.profile.forename} ${account.profile.surname}` };
    // Whoever had it last is no longer what they were. Its mails may go out in the same moment.
    for (let made = false; !made;) {
      const held = await store.get('tasks', task.id);
      if (held === undefined) throw new Error('There is no task');
      const over = { ...held.task, state: 'expired' as const, holder: null, lock: null, lastHolder };
      made = (await store.replace('tasks', { ...held, task: over })) !== undefined;
    }
    return act(bank.officer, task, 'reopen', { comment: 'Again' });
  },
};

const pairs = Object.keys(forms).flatMap((form) =>
  (['professional', 'family', 'officer'] as const).map((who) => ({ form, who })),
);

test('an officer hands a form that is not for the council to no other officer', async () => {
  const other = await bank.portal.signedIn({ role: 'officer' });
  const task = await sentTo('for-professionals', await mixed());
  const answer = await act(bank.officer, task, 're-assign', { to: toUser(other) });
  expect([answer.status, JSON.stringify(answer.body).includes('This form is for ')]).toEqual([422, true]);
});

describe.each(Object.keys(actions))('%s', (action) => {
  test.each(pairs)(
    '$form, $who',
    async ({ form, who }) => {
      const answer = await actions[action]?.(form, who);
      // The officer acts here: the council may take what it sent into its own hands.
      const own = who === 'officer' && ['pick up', 're-assign', 'reopen'].includes(action);
      const allowed = own || may[who].includes(form);
      expect([answer?.status, JSON.stringify(answer?.body).includes('This form is for ')]).toEqual([
        allowed ? (action.startsWith('send') ? 201 : 200) : action === 'pick up' ? 403 : 422,
        !allowed,
      ]);
    },
    60_000,
  );
});

test.each(pairs)(
  'the search for recipients of $form offers $who and their work group, or does not',
  async ({ form, who }) => {
    const { account } = person(who);
    const search = async (q: string) =>
      expectStatusList(await bank.officer.get(`/api/council/recipients?form=${form}&q=${q}`));
    const found = [...(await search('Only')), ...(await search(account.profile.surname))];
    const ids = found.map((each) => textField(each, 'id'));
    const allowed = may[who].includes(form);
    // The search is for people outside the council; officers are found in work groups only.
    if (who !== 'officer') expect(ids.includes(account._id)).toBe(allowed);
    expect(ids.includes(groups[who] ?? '')).toBe(allowed);
  },
);

const expectStatusList = (answer: Answer): unknown[] => {
  expectStatus(answer, 200);
  return Array.isArray(answer.body) ? answer.body : [];
};

test('whoever hands it on is offered only those who may have it', async () => {
  const everybody = await mixed();
  const task = await sentTo('for-professionals', everybody);
  const picked = taskOf(await act(person('professional'), task, 'pick-up'));
  const offered = expectStatusList(await person('professional').get(`/api/tasks/${task.id}/people`));
  const ids = offered.map((each) => textField(each, 'id'));
  expect(ids).not.toContain(person('family').account._id);
  const handed = await act(person('professional'), picked, 're-assign', { to: toUser(person('family')) });
  expect([handed.status, JSON.stringify(handed.body)]).toEqual([422, expect.stringContaining('professionals')]);
});

test('by a key nobody is sent or handed a form, or offered for it, that is not for them, either', async () => {
  const { portal, officer, caseId } = bank;
  const administrator = await portal.signedIn({ role: 'administrator' });
  const wanted = { name: 'Case system', scopes: ['tasks:read', 'tasks:write'], account: officer.account._id, days: 1 };
  const key = textField(expectStatus(await administrator.post('/api/keys', wanted), 201), 'key');
  const byKey = (method: string, path: string, body?: unknown, revision?: number): Promise<Answer> =>
    portal.client().send(method, path, {
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
      },
    });
  const everybody = await mixed();
  for (const { form, who } of pairs) {
    const { account } = person(who);
    const allowed = may[who].includes(form);
    const said = ({ status, body }: Answer) => [form, who, status, JSON.stringify(body).includes('This form is for ')];
    for (const to of [toUser(person(who)), groupOf(who)]) {
      const sent = await byKey('POST', '/api/council/tasks', { case: caseId, form, to: [to] });
      expect(said(sent)).toEqual([form, who, allowed ? 201 : 422, !allowed]);
    }
    const offered = await byKey('GET', `/api/council/recipients?form=${form}&q=${account.profile.surname}`);
    const ids = expectStatusList(offered).map((each) => textField(each, 'id'));
    if (who !== 'officer') expect([form, who, ids.includes(account._id)]).toEqual([form, who, allowed]);
    // The officer in whose name the key is may take what the council sent into their own hands.
    if (who === 'officer') continue;
    const task = await sentTo(form, everybody);
    const handed = await byKey('POST', `/api/tasks/${task.id}/re-assign`, { to: toUser(person(who)) }, task.revision);
    expect(said(handed)).toEqual([form, who, allowed ? 200 : 422, !allowed]);
  }
}, 120_000);

test.each(pairs)('$who begins an application $form only where it is for them', async ({ form, who }) => {
  const begin = (more: object = {}) => person(who).post('/api/drafts', { form: applicationOf(form), ...more });
  // Somebody of the council begins one for whoever cannot.
  const allowed = who === 'officer' || may[who].includes(form);
  for (const answer of [await begin(), await begin({ answers: {}, language: 'en' })])
    expect([answer.status, JSON.stringify(answer.body).includes('This form is for ')]).toEqual([
      allowed ? 201 : 403,
      !allowed,
    ]);
  const { body } = await person(who).get(`/api/drafts?form=${applicationOf(form)}`);
  expect(body).toHaveLength(allowed ? 2 : 0);
});
