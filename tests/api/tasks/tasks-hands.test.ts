/** A task goes from hand to hand: one has it, the others know who, and nothing that anybody wrote is lost. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { effectsAdded, workEffect } from '../../../server/platform/effects/pending.ts';
import { followWork } from '../../../server/modules/tasks/answers/draft.ts';
import { again, act, draftOf, save, send, startBank, taskOf, toUser, type Bank } from '../../support/bank.ts';
import { expectStatus } from '../../support/angling.ts';
import { field } from '../../support/read.ts';
import { like } from '../../support/like.ts';

let bank: Bank;
beforeAll(async () => {
  bank = await startBank();
});
afterAll(() => bank.portal.stop());

/** Everybody signed in again, for the clock was moved. */
const signedInAgain = async (): Promise<Bank> => {
  for (const who of ['officer', 'warden', 'chief'] as const) bank[who] = await again(bank.portal, bank[who]);
  return bank;
};

const toGroup = () => ({ kind: 'group' as const, id: bank.group._id });

test('of a thousand who press Pickup at once one has it, and the others are told who', async () => {
  const { warden, colleague, chief, portal } = bank;
  const task = await send(bank, toGroup());
  for (const person of [warden, colleague, chief])
    expect((await portal.mail(person.email)).filter(({ subject }) => subject.includes('work group'))).toHaveLength(1);
  expect((await colleague.get('/api/tasks?list=groups')).body).toMatchObject({ items: [{ id: task.id }] });
  const people = [warden, colleague, chief];
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, index) => act(people[index % 3] ?? warden, task, 'pick-up')),
  );
  const won = answers.filter(({ status }) => status === 200);
  expect(won).toHaveLength(1);
  const winner = String(field(field(won[0]?.body, 'holder'), 'name'));
  const others = answers.filter(({ status }) => status === 409);
  expect(others).toHaveLength(999);
  expect(
    new Set(others.map(({ body }) => String(field(body, 'detail')).startsWith(`${winner} has had it since `))),
  ).toEqual(new Set([true]));
  expect((await colleague.get('/api/tasks?list=groups')).body).toEqual({ items: [] });
}, 60_000);

test('each save says until when the form is kept, also after the council gave more time', async () => {
  const { warden, officer, portal } = bank;
  const task = await send(bank, toUser(warden));
  taskOf(await act(warden, task, 'open'));
  const { id, revision } = await draftOf(warden, task);
  const keptUntil = async () => field(expectStatus(await warden.get(`/api/drafts/${id}`), 200), 'expiresAt');
  const first = expectStatus(await save(warden, { id, revision }, { report: 'The' }), 200);
  const second = expectStatus(
    await save(warden, { id, revision: Number(first['revision']) }, { report: 'The bank' }),
    200,
  );
  expect([first['expiresAt'], second['expiresAt']]).toEqual([await keptUntil(), await keptUntil()]);

  const seen = taskOf(await warden.get(`/api/tasks/${task.id}`));
  taskOf(await act(officer, seen, 'extend', { dueOn: '2031-05-09' }));
  await portal.services.relay.run();
  expect(await keptUntil()).not.toBe(second['expiresAt']);
  // Typed on the page that was open before.
  const third = await save(warden, { id, revision: Number(second['revision']) }, { report: 'The bank is steep' });
  expect(expectStatus(third, 200)['expiresAt']).toBe(await keptUntil());
});

test('handed over while somebody types, the last words are kept, and then they are told who has it', async () => {
  const { warden, chief, officer, portal } = bank;
  const task = await send(bank, toUser(warden));
  taskOf(await act(warden, task, 'open'));
  const draft = await draftOf(warden, task);
  const first = expectStatus(await save(warden, draft, { report: 'The bank' }), 200);
  const people = await warden.get(`/api/tasks/${task.id}/people`);
  expect(people.body).toMatchObject([{ name: 'Chris Chief' }, { name: 'Cora Colleague' }]);
  const seen = taskOf(await warden.get(`/api/tasks/${task.id}`));
  const handed = taskOf(await act(officer, seen, 're-assign', { to: toUser(chief), comment: 'Please sign' }));
  expect(handed).toMatchObject({
    holder: { name: 'Chris Chief' },
    may: like.not.arrayContaining(['open', 'submit']),
  });

  // Typed on the page that was open before, at its revision.
  const last = await save(
    warden,
    { id: draft.id, revision: Number(first['revision']) },
    { report: 'The bank is steep' },
  );
  const { revision } = expectStatus(last, 200);
  const opened = taskOf(await act(chief, task, 'open'));
  expect(opened).toMatchObject({ lock: { by: { name: 'Will Warden' }, left: false } });
  const mine = await draftOf(chief, task);
  expect(mine.answers).toMatchObject({ report: 'The bank is steep', wardenName: 'Will Warden' });
  const early = await save(chief, mine, { report: 'Mine' });
  expect([early.status, field(early.body, 'detail')]).toEqual([
    409,
    like.stringContaining('Will Warden has been writing'),
  ]);

  expectStatus(await act(warden, task, 'release'), 200);
  const late = await save(warden, { id: draft.id, revision: Number(revision) }, { report: 'Too late' });
  expect([late.status, field(late.body, 'detail')]).toEqual([
    409,
    like.stringContaining('Chris Chief has had it since'),
  ]);
  expect((await save(chief, mine, { report: 'The bank is steep and wet' })).status).toBe(200);
  expect((await warden.get(`/api/tasks/${task.id}`)).body).toMatchObject({
    answers: { report: 'The bank is steep and wet' },
  });
  const mails = (await portal.mail(chief.email)).filter(({ subject }) => subject.includes('handed to you'));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).not.toContain('Please sign');
});

test('a manager reviews, amends, counter-signs and submits; record and PDF name both', async () => {
  const { warden, chief, officer, portal } = bank;
  const task = await send(bank, toUser(warden));
  expectStatus(await act(warden, task, 'open'), 200);
  const saved = await save(warden, await draftOf(warden, task), { report: 'Steep' });
  expectStatus(saved, 200);
  expectStatus(await act(warden, task, 'release'), 200);
  const handed = taskOf(await act(warden, task, 're-assign', { to: toUser(chief) }));
  expectStatus(await act(chief, task, 'open'), 200);
  const draft = await draftOf(chief, task);
  expect(draft.answers['wardenName']).toBe('Will Warden');
  const amended = expectStatus(await save(chief, draft, { report: 'Very steep' }), 200);
  const signed = taskOf(await act(chief, handed, 'counter-sign', { role: 'Chief warden' }));
  expect(signed).toMatchObject({ signedBy: { name: 'Chris Chief', role: 'Chief warden' } });
  const done = await chief.post(`/api/tasks/${task.id}/submit`, { revision: amended['revision'] });
  expect(taskOf(done, 201)).toMatchObject({ contributors: [{ name: 'Will Warden' }, { name: 'Chris Chief' }] });
  const submission = await portal.store.get('submissions', draft.id);
  expect(submission?.signatories).toMatchObject([
    { label: 'Filled in by', name: 'Will Warden' },
    { label: 'Filled in by', name: 'Chris Chief' },
    { label: 'Counter-signed by', name: 'Chris Chief, Chief warden' },
  ]);
  for (const person of [warden, chief, officer]) {
    const printed = await person.get(`/api/tasks/${task.id}/pdf`);
    expect([printed.status, printed.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  }
  // The council's page names them as its paper does.
  const received = expectStatus(await officer.get(`/api/submissions/${draft.id}`), 200);
  expect(received['signatories']).toEqual(submission?.signatories);
  expect((await warden.get('/api/tasks?list=submitted')).body).toMatchObject({ items: [{ id: task.id }] });
});

test('retracted while somebody types: the words are kept, the person is told why for 30 days, and reads it no more', async () => {
  const { warden, officer, portal } = bank;
  const task = await send(bank, toUser(warden));
  expectStatus(await act(warden, task, 'open'), 200);
  const draft = await draftOf(warden, task);
  expect((await act(officer, task, 'retract', { comment: '  ' })).status).toBe(422);
  expect(taskOf(await act(officer, task, 'retract', { comment: 'Sent by mistake' }))).toMatchObject({
    state: 'retracted',
  });
  expectStatus(await save(warden, draft, { report: 'Half a sent' }), 200);
  portal.clock.forward({ minutes: 3 });
  const late = await save(warden, { id: draft.id, revision: draft.revision + 2 }, { report: 'Half a sentence' });
  expect([late.status, field(late.body, 'detail')]).toEqual([409, like.stringContaining('Sent by mistake')]);
  expect((await warden.get('/api/tasks?list=retracted')).body).toMatchObject({
    items: [{ id: task.id, retractedReason: 'Sent by mistake' }],
  });
  expect((await warden.get(`/api/tasks/${task.id}`)).body).not.toHaveProperty('answers');
  expect((await officer.get(`/api/tasks/${task.id}`)).body).toMatchObject({ answers: { report: 'Half a sent' } });
  const mail = (await portal.mail(warden.email)).at(-1);
  expect([mail?.subject, mail?.text]).toEqual([
    like.stringContaining('retracted'),
    like.not.stringContaining('mistake'),
  ]);
  portal.clock.forward({ days: 31 });
  await portal.services.jobs.runAll();
  const back = await again(portal, warden);
  expect((await back.get('/api/tasks?list=retracted')).body).toEqual({ items: [] });
  expect((await back.get(`/api/tasks/${task.id}`)).status).toBe(410);
  expect(await portal.store.get('drafts', draft.id)).toBeUndefined();
});

test('what the account and the day offer is that of whoever has it, until somebody writes', async () => {
  const { warden, chief, portal } = await signedInAgain();
  const task = await send(bank, toUser(warden));
  const handed = taskOf(await act(warden, task, 're-assign', { to: toUser(chief) }));
  portal.clock.forward({ days: 3 });
  const back = await again(portal, chief);
  // Read before it is opened: what the opening changes does not stand in the way of saving.
  const early = await draftOf(back, handed);
  expectStatus(await act(back, handed, 'open'), 200);
  const today = portal.clock.now().toISOString().slice(0, 10);
  expect((await draftOf(back, handed)).answers).toMatchObject({ wardenName: 'Chris Chief', reportedOn: today });
  expect((await save(back, early, { report: 'Flat' })).status).toBe(200);
});

test('a server that dies between task and draft: the draft follows its task anyway', async () => {
  const { warden, chief, portal } = await signedInAgain();
  const { store, services } = portal;
  const task = await send(bank, toUser(warden));
  const { id } = await draftOf(warden, task);
  expectStatus(await act(warden, task, 're-assign', { to: toUser(chief) }), 200);
  await services.relay.run();
  // As if the request had got no further than the task.
  await store.patch('drafts', { _id: { eq: id } }, { set: { owner: warden.account._id } });
  await effectsAdded(store, 'tasks', task.id, {}, [workEffect(followWork, { task: task.id }, portal.clock.now())]);
  expect((await chief.get(`/api/drafts/${id}`)).status).toBe(404);
  await services.relay.run();
  expect((await chief.get(`/api/drafts/${id}`)).status).toBe(200);
  expect((await warden.get(`/api/drafts/${id}`)).status).toBe(404);
});

test('a page that only asks whether somebody writes keeps nobody signed in and leaves no trace', async () => {
  const { warden, officer, portal } = await signedInAgain();
  const task = await send(bank, toUser(warden));
  expectStatus(await act(warden, task, 'open'), 200);
  const path = `/api/tasks/${task.id}/lock`;
  const entries = () => portal.store.count('audit', { 'subject.id': { eq: task.id } });
  const before = await entries();
  expect((await officer.get(path)).body).toMatchObject({ writing: true });
  expect((await warden.get(path)).body).toMatchObject({ writing: false });
  portal.clock.forward({ minutes: 20 });
  expect((await officer.get(path)).body).toMatchObject({ writing: false });
  portal.clock.forward({ minutes: 11 });
  expect((await officer.get(path)).status).toBe(401);
  expect(await entries()).toBe(before);
});
