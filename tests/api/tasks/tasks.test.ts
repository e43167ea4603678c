/** A form on its way: sent, seen in lists, filled in, submitted. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, draftOf, save, send, startBank, taskOf, toUser, type Bank } from '../../support/bank.ts';
import { expectStatus } from '../../support/angling.ts';

let bank: Bank;
beforeAll(async () => {
  bank = await startBank();
});
afterAll(() => bank.portal.stop());

test('sent, listed, opened, filled in and submitted once', async () => {
  const { portal, officer, warden, caseId } = bank;
  const task = await send(bank, toUser(warden), {
    comments: 'Please look at the bank',
    sends: { reason: 'flood', wantedFrom: '2026-12-01' },
  });
  expect(task).toMatchObject({
    state: 'sent',
    subject: 'Żółta O’Neill',
    holder: { name: 'Will Warden' },
    warnings: [],
  });
  const [mail] = await portal.mail(warden.email);
  expect(mail?.text).toContain(`/tasks/${task.id}`);
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Żółta|O’Neill|look at the bank/);

  const listed = await warden.get('/api/tasks');
  expect(listed.body).toMatchObject({ items: [{ id: task.id, comments: 'Please look at the bank' }] });
  const opened = taskOf(await act(warden, task, 'open'));
  expect(opened).toMatchObject({ state: 'open', header: { sentBy: 'Olive Officer', formType: 'Report on a bank' } });
  expect(opened).not.toHaveProperty('answers');

  const draft = await draftOf(warden, task);
  expect(draft.answers).toMatchObject({
    firstName: 'Żółta',
    river: 'upper',
    reason: 'flood',
    wantedFrom: '2026-12-01',
    club: 'Angling Club',
    wardenName: 'Will Warden',
  });
  const saved = expectStatus(await save(warden, draft, { report: 'Steep', firstName: 'Another' }), 200);
  const submitted = await warden.post(`/api/tasks/${task.id}/submit`, { revision: saved['revision'] });
  expect(taskOf(submitted, 201)).toMatchObject({ state: 'submitted', submission: draft.id });
  expect((await warden.post(`/api/tasks/${task.id}/submit`, { revision: saved['revision'] })).status).toBe(200);

  expect(expectStatus(await warden.get(`/api/submissions/${draft.id}`), 200)).toMatchObject({
    team: 'rivers',
    answers: { report: 'Steep', firstName: 'Żółta' },
  });
  expect((await warden.get('/api/tasks?list=submitted')).body).toMatchObject({ items: [{ id: task.id }] });
  expect((await warden.get('/api/tasks')).body).toEqual({ items: [] });
  expect((await officer.get(`/api/council/tasks?case=${caseId}`)).body).toMatchObject({
    items: [{ id: task.id, state: 'submitted' }],
  });
  expect((await warden.get('/api/people')).body).toEqual([]);
  await portal.services.relay.run();
  const stored = await portal.store.get('tasks', task.id);
  expect([stored?.effects, stored?.submitting]).toEqual([[], undefined]);
});
