import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, beginComplete, expectStatus, startAngling } from '../../support/angling.ts';
import type { Client } from '../../support/client.ts';
import type { SignedIn, TestPortal } from '../../support/portal.ts';
import { field, textField } from '../../support/read.ts';
import { like } from '../../support/like.ts';

let portal: TestPortal;
let officer: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  portal = await startAngling({ config: { idleMinutes: 480, sessionHours: 72 } });
  officer = await portal.signedIn({ role: 'officer', teams: ['upper-river'], profile: { forename: 'Ruth' } });
  other = await portal.signedIn({ role: 'officer', teams: ['rivers'] });
});
afterAll(() => portal.stop());

const submitted = async (person: SignedIn): Promise<string> => {
  const { id, revision } = await beginComplete(person);
  expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision }), 201);
  return id;
};
const write = (person: Client, id: string, text: string) => person.post(`/api/threads/submission/${id}`, { text });
const read = async (person: Client, id: string): Promise<string[]> => {
  const { status, body } = await person.get(`/api/threads/submission/${id}`);
  if (status !== 200 || !Array.isArray(body)) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body.map((message) => textField(message, 'text'));
};
const unread = async (person: Client): Promise<unknown> =>
  field((await person.get('/api/threads/unread')).body, 'count');
const newMessages = async (to: string) =>
  (await portal.mail(to)).filter(({ subject }) => subject.startsWith('You have a new message'));

test('person and officers write to one another; each is told once, by mails that say nothing of it', async () => {
  const person = await portal.signedIn();
  const id = await submitted(person);
  const teamMails = (await newMessages('upper@council.example')).length;
  const message = expectStatus(await write(person, id, 'Is the blue rod allowed for Żółta?'), 201);
  expect(message).toMatchObject({ mine: true, council: false, by: { name: 'Ada Byron' } });
  expect([await unread(officer), await unread(other), await unread(person)]).toEqual([1, 0, 0]);

  expect(await read(officer, id)).toEqual(['Is the blue rod allowed for Żółta?']);
  expect(await unread(officer)).toBe(0);
  expect(expectStatus(await write(officer, id, 'It is.'), 201)).toMatchObject({
    council: true,
    by: { name: 'Ruth Byron' },
  });
  expect(await unread(person)).toBe(1);
  expect(await read(person, id)).toEqual(['Is the blue rod allowed for Żółta?', 'It is.']);
  expect(await unread(person)).toBe(0);

  const toTeam = (await newMessages('upper@council.example')).slice(teamMails);
  const toPerson = await newMessages(person.email);
  expect([toTeam.length, toPerson.length]).toEqual([1, 1]);
  expect(toTeam[0]?.text).toContain(`/received/${id}`);
  expect(toPerson[0]?.text).toContain(`/submitted/${id}`);
  for (const { text, html } of [...toTeam, ...toPerson]) expect(`${text} ${html}`).not.toMatch(/Żółta|rod|It is/);
});

test('strangers and officers of other teams do not learn that there is a thread', async () => {
  const person = await portal.signedIn();
  const id = await submitted(person);
  await write(person, id, 'Between us');
  const stranger = await portal.signedIn();
  expect((await stranger.get(`/api/threads/submission/${id}`)).status).toBe(404);
  expect((await write(stranger, id, 'Hello?')).status).toBe(404);
  expect((await other.get(`/api/threads/submission/${id}`)).status).toBe(404);
  expect((await write(other, id, 'Hello?')).status).toBe(404);
  const draft = await begin(person);
  expect((await person.get(`/api/threads/submission/${draft.id}`)).status).toBe(404);
  expect((await person.get(`/api/threads/draft/${id}`)).status).toBe(404);
  expect(await read(person, id)).toEqual(['Between us']);
});

test('an administrator who looks in does not hide a message from the team', async () => {
  const person = await portal.signedIn();
  const administrator = await portal.signedIn({ role: 'administrator' });
  const id = await submitted(person);
  const before = Number(await unread(officer));
  await write(person, id, 'For the team');
  expect(await read(administrator, id)).toEqual(['For the team']);
  expect(await unread(officer)).toBe(before + 1);
});

test('what everybody writes at once is all kept, and what is sent twice by mistake stands once', async () => {
  const person = await portal.signedIn();
  const id = await submitted(person);
  const texts = Array.from({ length: 12 }, (_, index) => `Message ${index}`);
  await Promise.all(texts.map((text, index) => write(index % 2 === 0 ? person : officer, id, text)));
  expect((await read(person, id)).sort()).toEqual([...texts].sort());
  const [one, two] = [await write(person, id, 'Sent twice'), await write(person, id, ' Sent twice ')];
  expect(field(one.body, 'id')).toBe(field(two.body, 'id'));
  portal.clock.forward({ minutes: 2 });
  await write(person, id, 'Sent twice');
  expect((await read(officer, id)).filter((text) => text === 'Sent twice')).toHaveLength(2);
  expect((await write(person, id, '  \n ')).status).toBe(422);
});

test('a word of the council shows a form for its whole time again', async () => {
  const person = await portal.signedIn();
  const id = await submitted(person);
  portal.clock.forward({ days: 29 });
  const later = await portal.signedIn({ role: 'administrator' });
  expect((await write(later, id, 'Please ring us')).status).toBe(201);
  portal.clock.forward({ days: 29 });
  const again = await portal.services.sessions.begin(person.account);
  const seen = await portal.client().send('GET', `/api/threads/submission/${id}`, {
    headers: { Cookie: `session=${again.token}` },
  });
  expect([seen.status, field(Array.isArray(seen.body) ? seen.body[0] : undefined, 'text')]).toEqual([
    200,
    'Please ring us',
  ]);
});

test('one’s own messages are among one’s own data; looks and words of the council are in the audit trail', async () => {
  const person = await portal.signedIn();
  const here = await portal.signedIn({ role: 'officer', teams: ['upper-river'] });
  const id = await submitted(person);
  await write(person, id, 'Mine');
  await read(here, id);
  await write(here, id, 'Ours');
  const written: unknown[] = [];
  for await (const message of portal.services.threads.writtenBy(person.account._id)) written.push(message);
  expect(written).toEqual([{ submission: id, at: like.any(String), text: 'Mine' }]);
  const { items } = await portal.services.auditSearch.page({ q: id, actor: here.email }, 10);
  expect(items.map(({ action }) => action)).toEqual(['message-written', 'messages-read']);
});
