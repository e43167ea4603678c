import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { startPortal, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';
import { insertPart } from '../../support/servers/part-of.ts';

let portal: TestPortal;
let administrator: SignedIn;
beforeAll(async () => {
  portal = await startPortal();
  administrator = await portal.signedIn({ role: 'administrator' });
});
afterAll(() => portal.stop());

const colleague = (forename: string, organisation = 'Kingfisher Club'): Promise<SignedIn> =>
  portal.signedIn({ profile: { forename, professional: true, organisation, jobRole: 'Warden' } });

const idsOf = (people: unknown): unknown[] => (Array.isArray(people) ? people.map((each) => field(each, 'id')) : []);

const makeGroup = async (members: SignedIn[], managers: SignedIn[]) =>
  expectStatus(
    await administrator.post('/api/groups', {
      name: 'Wardens',
      organisation: 'Kingfisher Club',
      members: members.map(({ account }) => account._id),
      managers: managers.map(({ account }) => account._id),
    }),
    201,
  );

const put = (person: SignedIn, group: Record<string, unknown>, change: Record<string, unknown>) =>
  person.send('PUT', `/api/groups/${String(group['id'])}`, {
    body: JSON.stringify({
      name: group['name'],
      organisation: group['organisation'],
      members: idsOf(group['members']),
      managers: idsOf(group['managers']),
      ...change,
    }),
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${String(group['revision'])}"` },
  });

test('members and managers see their groups, the council all, and nobody else knows that there are any', async () => {
  const [ann, ben, stranger] = [await colleague('Ann'), await colleague('Ben'), await colleague('Cy')];
  const officer = await portal.signedIn({ role: 'officer' });
  const group = await makeGroup([ann], [ben]);
  for (const person of [ann, ben, officer, administrator]) {
    expect(idsOf((await person.get('/api/groups')).body)).toContain(group['id']);
    const seen = expectStatus(await person.get(`/api/groups/${String(group['id'])}`), 200);
    expect(seen).toMatchObject({
      members: [{ name: 'Ann Byron', jobRole: 'Warden' }],
      managers: [{ name: 'Ben Byron' }],
    });
  }
  expect((await stranger.get('/api/groups')).body).toEqual([]);
  expect((await stranger.get(`/api/groups/${String(group['id'])}`)).status).toBe(404);
  expect((await put(stranger, group, { members: [] })).status).toBe(404);
});

test('a manager changes the members and nothing else; a member and an officer change nothing', async () => {
  const [ann, ben, dee] = [await colleague('Ann'), await colleague('Ben'), await colleague('Dee')];
  const officer = await portal.signedIn({ role: 'officer' });
  await makeGroup([dee], [ben]);
  const group = await makeGroup([ann], [ben]);
  const both = [ann.account._id, dee.account._id];
  expect((await put(ann, group, { members: both })).status).toBe(403);
  expect((await put(officer, group, { members: both })).status).toBe(403);
  expect((await put(ben, group, { name: 'Mine' })).status).toBe(403);
  expect((await put(ben, group, { managers: both })).status).toBe(403);
  expect((await put(ben, group, { members: [officer.account._id] })).status).toBe(403);
  const changed = expectStatus(await put(ben, group, { members: both }), 200);
  expect(idsOf(changed['members'])).toEqual(both);
});

test('a manager adds colleagues by address and cannot find out who else has an account', async () => {
  const [ben, ann, parent] = [await colleague('Ben'), await colleague('Ann'), await portal.signedIn()];
  const group = await makeGroup([], [ben]);
  const add = (person: SignedIn, email: string) => person.post(`/api/groups/${String(group['id'])}/members`, { email });
  expect(idsOf(expectStatus(await add(ben, ann.email), 200)['members'])).toEqual([ann.account._id]);
  const [known, unknown] = [await add(ben, parent.email), await add(ben, 'nobody@example.org')];
  expect([known.status, field(known.body, 'errors')]).toEqual([unknown.status, field(unknown.body, 'errors')]);
  expect(known.status).toBe(422);
  expect(idsOf(expectStatus(await add(administrator, parent.email), 200)['members'])).toContain(parent.account._id);
});

test('whoever only typed the name of the organisation is added by no manager, until the council knows them for one of it', async () => {
  const [ben, stranger] = [await colleague('Ben'), await colleague('Stan', 'Otter Club')];
  const group = await makeGroup([], [ben]);
  const add = (email: string) => ben.post(`/api/groups/${String(group['id'])}/members`, { email });
  const profile = { forename: 'Pat', professional: true, organisation: 'KINGFISHER club', jobRole: 'Warden' };
  const pretender = await portal.signedIn({ vouched: false, profile });
  const refused = await add(pretender.email);
  expect([refused.status, field(refused.body, 'errors')]).toEqual([
    422,
    field((await add('nobody@example.org')).body, 'errors'),
  ]);
  // A professional of another organisation, whom the council invited, who writes themselves into this one.
  expectStatus(
    await stranger.put('/api/me/profile', { ...stranger.account.profile, organisation: 'Kingfisher Club' }),
    200,
  );
  expect((await add(stranger.email)).status).toBe(422);
  // In a work group of theirs they are known there, not here.
  await portal.services.groups.create({
    name: 'Otters',
    organisation: 'Otter Club',
    members: [stranger.account._id],
    managers: [],
  });
  expect((await add(stranger.email)).status).toBe(422);
  for (const { account, email } of [pretender, stranger]) {
    expectStatus(await administrator.post(`/api/accounts/${account._id}/confirm`), 200);
    expect(idsOf(expectStatus(await add(email), 200)['members'])).toContain(account._id);
  }
});

test('of two changes to one state the second is told, and a change without a state is refused', async () => {
  const [ann, ben] = [await colleague('Ann'), await colleague('Ben')];
  const group = await makeGroup([ann], [ben]);
  expect((await put(administrator, group, { name: 'First' })).status).toBe(200);
  const second = await put(administrator, group, { name: 'Second' });
  expect([second.status, field(second.body, 'revision')]).toEqual([409, 2]);
  const without = await administrator.put(`/api/groups/${String(group['id'])}`, {
    name: 'Third',
    organisation: '',
    members: [],
    managers: [],
  });
  expect(without.status).toBe(428);
});

test('a group is deleted only when no open task is with it', async () => {
  const group = await makeGroup([], [await colleague('Ben')]);
  const remove = () =>
    administrator.send('DELETE', `/api/groups/${String(group['id'])}`, { headers: { 'If-Match': '"1"' } });
  await insertPart(portal.store, 'tasks', {
    _id: 'a-task-of-the-group',
    keys: { group: group['id'] },
  });
  const refused = await remove();
  expect([refused.status, field(refused.body, 'detail')]).toEqual([409, expect.stringContaining('A task is still')]);
  await portal.store.delete('tasks', { _id: { eq: 'a-task-of-the-group' } });
  expect((await remove()).status).toBe(204);
  expect((await administrator.get(`/api/groups/${String(group['id'])}`)).status).toBe(404);
});

test('nobody without a usable account is put into a group', async () => {
  const answer = await administrator.post('/api/groups', {
    name: 'Ghosts',
    organisation: '',
    members: ['nobody-at-all'],
    managers: [],
  });
  expect([answer.status, field(answer.body, 'errors')]).toEqual([
    422,
    [expect.objectContaining({ pointer: '/members/0' })],
  ]);
});

test('people within groups are told each once, only those whose accounts can be used', async () => {
  const [ann, ben] = [await colleague('Ann'), await colleague('Ben')];
  const [one, other] = [await makeGroup([ann, ben], [ben]), await makeGroup([ann], [ben])];
  const ids = [String(one['id']), String(other['id'])];
  const names = async () => (await portal.services.groups.peopleWithin(ids)).map(({ _id }) => _id).sort();
  expect(await names()).toEqual([ann.account._id, ben.account._id].sort());
  await administrator.post(`/api/accounts/${ann.account._id}/suspend`, { reason: 'Left' });
  expect(await names()).toEqual([ben.account._id]);
});
