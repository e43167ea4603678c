import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginComplete, expectStatus, startAngling } from '../../support/angling.ts';
import { again } from '../../support/bank.ts';
import { pdf } from '../../support/files.ts';
import type { SignedIn, TestPortal } from '../../support/portal.ts';
import { textField } from '../../support/read.ts';
import { like } from '../../support/like.ts';

let portal: TestPortal;
let officer: SignedIn;
beforeAll(async () => {
  portal = await startAngling();
  officer = await portal.signedIn({ role: 'officer', teams: ['upper-river'], profile: { forename: 'Ruth' } });
});
afterAll(() => portal.stop());

const submitted = async (person: SignedIn): Promise<string> => {
  const { id, revision } = await beginComplete(person);
  expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision }), 201);
  return id;
};
const respond = (by: SignedIn, id: string, text: string) => by.post(`/api/submissions/${id}/response`, { text });
const told = async ({ email }: SignedIn) =>
  (await portal.mail(email)).filter(({ subject }) => subject.startsWith('There is a response'));

test('a response is shown with the form, the newest first, and every earlier one is kept', async () => {
  const person = await portal.signedIn();
  const id = await submitted(person);
  const first = expectStatus(await respond(officer, id, 'We have agreed to a permit for Żółta.'), 200);
  expect(first).toMatchObject({ response: { text: 'We have agreed to a permit for Żółta.' } });
  portal.clock.forward({ minutes: 5 });
  await respond(officer, id, 'It is in the post.');

  expect((await person.get('/api/submissions')).body).toEqual([
    like.objectContaining({ id, response: like.objectContaining({ text: 'It is in the post.' }) }),
  ]);
  expect(expectStatus(await person.get(`/api/submissions/${id}`), 200)).toMatchObject({
    response: { text: 'It is in the post.' },
    responses: [
      { text: 'We have agreed to a permit for Żółta.', by: 'Ruth Byron' },
      { text: 'It is in the post.', by: 'Ruth Byron' },
    ],
  });
  const mails = await told(person);
  expect(mails).toHaveLength(2);
  for (const { text, html, subject } of mails) {
    expect(`${subject} ${text} ${html}`).not.toMatch(/Żółta|agreed|post\b/);
    expect(text).toContain(`/submitted/${id}`);
  }
});

test('only officers of its team and administrators respond', async () => {
  const person = await portal.signedIn();
  const id = await submitted(person);
  const other = await portal.signedIn({ role: 'officer' });
  const administrator = await portal.signedIn({ role: 'administrator' });
  expect((await respond(person, id, 'Yes')).status).toBe(403);
  expect((await respond(other, id, 'Yes')).status).toBe(404);
  expect((await respond(other, await submitted(other), 'Yes')).status).toBe(403);
  expect((await respond(officer, 'nothing-is-here', 'Yes')).status).toBe(404);
  expect((await respond(officer, id, ' ')).status).toBe(422);
  expect(await told(person)).toEqual([]);
  expect((await respond(administrator, id, 'Yes')).status).toBe(200);
});

test('documents go with a response: whoever submitted the form and the council open them, nobody else', async () => {
  let person = await portal.signedIn();
  let stranger = await portal.signedIn();
  const id = await submitted(person);
  const enclose = async (by: SignedIn, name: string) =>
    by.send('POST', `/api/submissions/${id}/response/documents?name=${name}`, {
      body: pdf,
      headers: { 'Content-Type': 'application/octet-stream' },
    });
  expect((await enclose(person, 'mine.pdf')).status).toBe(403);
  const permit = textField(expectStatus(await enclose(officer, 'permit.pdf'), 201), 'id');
  const forgotten = textField(expectStatus(await enclose(officer, 'draft.pdf'), 201), 'id');
  expect((await person.get(`/api/submissions/${id}/attachments/${permit}`)).status).toBe(404);

  const administrator = await portal.signedIn({ role: 'administrator' });
  const notHers = await administrator.post(`/api/submissions/${id}/response`, { text: 'Here', documents: [permit] });
  expect(notHers.status).toBe(422);
  const post = () => officer.post(`/api/submissions/${id}/response`, { text: 'Your permit', documents: [permit] });
  expect(expectStatus(await post(), 200)).toMatchObject({
    response: { documents: [{ id: permit, name: 'permit.pdf', bytes: pdf.length }] },
  });
  expectStatus(await post(), 200);
  expect(expectStatus(await person.get(`/api/submissions/${id}`), 200)['responses']).toHaveLength(1);

  portal.clock.forward({ days: 1, minutes: 1 });
  await portal.services.jobs.runAll();
  person = await again(portal, person);
  stranger = await again(portal, stranger);
  officer = await again(portal, officer);
  const opened = await person.get(`/api/submissions/${id}/attachments/${permit}`);
  expect([opened.status, opened.bytes.length]).toEqual([200, pdf.length]);
  expect((await officer.get(`/api/submissions/${id}/attachments/${permit}`)).status).toBe(200);
  expect((await stranger.get(`/api/submissions/${id}/attachments/${permit}`)).status).toBe(404);
  expect(await portal.store.get('attachments', forgotten)).toBeUndefined();
  for (const { text, html, subject } of await told(person))
    expect(`${subject} ${text} ${html}`).not.toMatch(/permit\.pdf/);
});

test('sent twice it stands once and is mailed once; two different ones at once are both kept', async () => {
  const person = await portal.signedIn();
  const id = await submitted(person);
  await Promise.all([respond(officer, id, 'Once'), respond(officer, id, 'Once')]);
  expect(await told(person)).toHaveLength(1);
  const administrator = await portal.signedIn({ role: 'administrator' });
  await Promise.all([respond(officer, id, 'Two'), respond(administrator, id, 'Three')]);
  const stored = await portal.store.get('submissions', id);
  expect(stored?.responses?.map(({ text }) => text).sort()).toEqual(['Once', 'Three', 'Two']);
  expect(stored?.response?.text).toBe(stored?.responses?.at(-1)?.text);
});

test('a response shows the form for its whole time again', async () => {
  const person = await portal.signedIn();
  const id = await submitted(person);
  const before = (await portal.store.get('submissions', id))?.visibleUntil ?? '';
  portal.clock.forward({ days: 60 });
  const later = await portal.signedIn({ role: 'administrator' });
  await respond(later, id, 'At last');
  const after = (await portal.store.get('submissions', id))?.visibleUntil ?? '';
  expect(Date.parse(after) - Date.parse(before)).toBe(60 * 24 * 60 * 60_000);
});
