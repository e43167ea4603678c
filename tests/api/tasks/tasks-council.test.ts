/** What the council does with tasks, what the clock does, and who sees nothing of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freezeDraft } from '../../../server/modules/submissions/submit.ts';
import {
  again,
  act,
  draftOf,
  save,
  send,
  startBank,
  taskOf,
  toUser,
  type Bank,
  type Sent,
} from '../../support/bank.ts';
import { expectStatus, upload } from '../../support/angling.ts';
import { pdf } from '../../support/files.ts';
import type { SignedIn } from '../../support/portal.ts';
import { field, textField } from '../../support/read.ts';
import { like } from '../../support/like.ts';

let bank: Bank;
beforeAll(async () => {
  bank = await startBank();
});
afterAll(() => bank.portal.stop());

/** Everybody signed in again after the clock was moved. */
const later = async (time: { days?: number; minutes?: number }): Promise<void> => {
  const { portal } = bank;
  portal.clock.forward(time);
  for (const who of ['officer', 'stranger', 'warden', 'colleague', 'chief'] as const)
    bank[who] = await again(portal, bank[who]);
};

const filledIn = async (person: SignedIn, task: Sent, report = 'Steep'): Promise<Sent> => {
  expectStatus(await act(person, task, 'open'), 200);
  const draft = await draftOf(person, task);
  const { revision } = expectStatus(await save(person, draft, { report }), 200);
  return { ...draft, revision: Number(revision) };
};

const submit = (person: SignedIn, task: Sent, draft: Sent) =>
  person.post(`/api/tasks/${task.id}/submit`, { revision: draft.revision });

const firstOf = (list: unknown): unknown => field(list, '0');

const today = (): string => bank.portal.clock.now().toISOString().slice(0, 10);
const inDays = (days: number): string =>
  new Date(bank.portal.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

test('whoever is away is shown before anything is sent, with whom to send to instead', async () => {
  const { officer, warden, colleague, caseId, portal } = bank;
  const reply = { on: true, from: today(), to: inDays(9), text: 'On holiday', instead: colleague.account._id };
  expectStatus(await warden.put('/api/me/automatic-reply', reply), 200);
  expect((await officer.get('/api/council/recipients?q=will&form=bank-report')).body).toMatchObject([
    { id: warden.account._id, away: { text: 'On holiday', instead: { name: 'Cora Colleague' } } },
  ]);
  const before = await portal.store.count('tasks', {});
  const wanted = { case: caseId, form: 'bank-report', to: [toUser(colleague), toUser(warden)] };
  const refused = await officer.post('/api/council/tasks', wanted);
  expect([refused.status, refused.body]).toEqual([
    422,
    like.objectContaining({ code: 'automatic-reply', away: [like.objectContaining({ name: 'Will Warden' })] }),
  ]);
  expect(await portal.store.count('tasks', {})).toBe(before);
  const despiteAway = [warden.account._id];
  expect((await officer.post('/api/council/tasks', { ...wanted, despiteAway })).status).toBe(201);
  expectStatus(await warden.put('/api/me/automatic-reply', { on: false, text: '' }), 200);
  for (const instead of [warden.account._id, 'nobody-nobody-nobody'])
    expect((await warden.put('/api/me/automatic-reply', { ...reply, instead })).status).toBe(422);
});

test('sent again with the same key there is no second task', async () => {
  const { officer, colleague, caseId, portal } = bank;
  const body = JSON.stringify({ case: caseId, form: 'bank-report', to: [toUser(colleague)] });
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'one-sending-of-many' };
  const sendIt = () => officer.send('POST', '/api/council/tasks', { body, headers });
  const [one, two] = [await sendIt(), await sendIt()];
  expect([one.status, two.status, firstOf(two.body)]).toEqual([
    201,
    201,
    like.objectContaining({ id: field(firstOf(one.body), 'id') }),
  ]);
  const id = String(field(firstOf(one.body), 'id'));
  expect((await portal.mail(colleague.email)).filter(({ text }) => text.includes(id))).toHaveLength(1);
});

test('a server that died before it had answered keeps nobody from sending again with the same key', async () => {
  const { officer, colleague, caseId, portal } = bank;
  const body = JSON.stringify({ case: caseId, form: 'bank-report', to: [toUser(colleague)] });
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'a-sending-that-was-cut-off' };
  const sendIt = () => officer.send('POST', '/api/council/tasks', { body, headers });
  const one = await sendIt();
  const sort = { path: 'expiresAt', direction: 'asc' } as const;
  const kept = await portal.store.find('requests', { filter: {}, sort, limit: 100 });
  for (const { _id } of kept.items) await portal.store.patch('requests', { _id: { eq: _id } }, { unset: ['reply'] });
  const two = await sendIt();
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(field(firstOf(two.body), 'id')).toBe(field(firstOf(one.body), 'id'));
  const wrong = await officer.send('POST', '/api/council/tasks', {
    body: body.replace('{', '{"comments":"x",'),
    headers,
  });
  expect(wrong.status).toBe(422);
});

test('a known answer that the form does not take is left out, and the council is told', async () => {
  const { officer, warden } = bank;
  const subject = { firstName: 'Ian', lastName: 'Moss', dateOfBirth: '2014-01-01', identifiers: {} };
  const values = { 'permit.river': 'the brook' };
  const made = expectStatus(await officer.post('/api/cases', { subject, team: 'rivers', values }), 201);
  const task = await send({ officer, caseId: String(made['id']) }, toUser(warden));
  expect(task['warnings']).toEqual([like.stringContaining('Stretch of the river')]);
  expect(taskOf(await warden.get(`/api/tasks/${task.id}`))).not.toHaveProperty('warnings');
  const draft = await filledIn(warden, task);
  expect(draft).toMatchObject({ locked: like.not.arrayContaining(['/river']) });
  const chosen = expectStatus(await save(warden, draft, { river: 'lower' }), 200);
  expect((await submit(warden, task, { ...draft, revision: Number(chosen['revision']) })).status).toBe(201);
});

test('what the sender may not answer, or not so, is refused before anything is sent', async () => {
  const { officer, warden, caseId } = bank;
  for (const sends of [{ reason: 'boredom' }, { report: 'Done already' }]) {
    const wanted = { case: caseId, form: 'bank-report', to: [toUser(warden)], sends };
    expect((await officer.post('/api/council/tasks', wanted)).status).toBe(422);
  }
  const proposal = await officer.get(`/api/council/tasks/proposal?case=${caseId}&form=bank-report`);
  expect(proposal.body).toMatchObject({ dueOn: inDays(15), sends: ['reason', 'wantedFrom'] });
});

test('other people, other teams and other groups find nothing', async () => {
  const { officer, stranger, warden, portal, caseId } = bank;
  const outsider = await portal.signedIn();
  const task = await send(bank, toUser(warden));
  const draft = await filledIn(warden, task);
  for (const person of [stranger, outsider]) {
    for (const path of ['', '/people', '/pdf', '/attachments/aaaaaaaaaaaaaaaa'])
      expect([path, (await person.get(`/api/tasks/${task.id}${path}`)).status]).toEqual([path, 404]);
    for (const name of ['pick-up', 'open', 'take-over', 'release'])
      expect([name, (await act(person, task, name)).status]).toEqual([name, 404]);
    expect((await save(person, draft, { report: 'Mine' })).status).toBe(404);
    expect((await person.get(`/api/drafts/${draft.id}`)).status).toBe(404);
    expect((await submit(person, task, draft)).status).toBe(404);
  }
  expect(
    (await stranger.post('/api/council/tasks', { case: caseId, form: 'bank-report', to: [toUser(warden)] })).status,
  ).toBe(404);
  expect((await stranger.get('/api/council/tasks')).body).toEqual({ items: [] });
  expect((await stranger.get('/api/council/tasks?team=rivers')).status).toBe(403);
  expect((await act(warden, task, 'retract', { comment: 'No' })).status).toBe(403);
  expect((await act(warden, task, 're-assign', { to: toUser(outsider) })).status).toBe(422);
  expect((await warden.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision })).status).toBe(409);
  expect((await warden.delete(`/api/drafts/${draft.id}`)).status).toBe(409);
  expect((await warden.get('/api/drafts')).body).toEqual([]);
  expect(expectStatus(await officer.get(`/api/tasks/${task.id}`), 200)['answers']).toMatchObject({ report: 'Steep' });
});

test('two officers at once: the second is told that it was changed, and who has it', async () => {
  const { officer, warden, colleague } = bank;
  const task = await send(bank, toUser(warden));
  expectStatus(await act(officer, task, 're-assign', { to: toUser(colleague) }), 200);
  const second = await act(officer, task, 'retract', { comment: 'Will is ill' });
  expect([second.status, field(second.body, 'detail')]).toEqual([
    409,
    like.stringContaining('Cora Colleague has had it'),
  ]);
  expect((await officer.post(`/api/tasks/${task.id}/retract`, { comment: 'x' })).status).toBe(428);
});

test('left open it can be taken over by a member of the group; while somebody writes, by a manager only', async () => {
  const { warden, colleague, chief, group, portal } = bank;
  const task = await send(bank, { kind: 'group', id: group._id });
  const held = taskOf(await act(warden, task, 'pick-up'));
  await filledIn(warden, held);
  const early = await act(colleague, held, 'take-over');
  expect([early.status, field(early.body, 'detail')]).toEqual([
    409,
    like.stringContaining('Will Warden has been writing'),
  ]);
  await later({ minutes: 3 });
  expect(taskOf(await bank.colleague.get(`/api/tasks/${task.id}`))).toMatchObject({ lock: { left: true } });
  const taken = taskOf(await act(bank.colleague, held, 'take-over'));
  expect(taken).toMatchObject({ holder: { name: 'Cora Colleague' }, contributors: [{ name: 'Will Warden' }] });
  expect((await portal.mail(warden.email)).at(-1)?.subject).toContain('Somebody else has the form now');
  expect(taskOf(await act(bank.chief, taken, 'take-over'))).toMatchObject({ holder: { id: chief.account._id } });
});

test('reopened, what was submitted is there again with its documents, and submitted a second time beside the first', async () => {
  const { officer, warden, portal } = bank;
  const task = await send(bank, toUser(warden), { sends: { reason: 'flood' } });
  const draft = await filledIn(warden, task);
  const file = expectStatus(await upload(warden, draft.id, 'bank.pdf', pdf), 201);
  const saved = expectStatus(await save(warden, draft, { documents: [{ file: { ...file, scan: undefined } }] }), 200);
  const first = taskOf(await submit(warden, task, { ...draft, revision: Number(saved['revision']) }), 201);
  await portal.services.relay.run();
  const reopened = taskOf(await act(officer, first, 'reopen', { comment: 'Which bank?' }));
  expect(reopened).toMatchObject({ state: 'sent', holder: { name: 'Will Warden' }, submittedAt: null });
  expectStatus(await act(warden, task, 'open'), 200);
  const next = await draftOf(warden, task);
  expect(next.id).not.toBe(draft.id);
  expect(next).toMatchObject({ answers: { report: 'Steep', documents: [{ file: { name: 'bank.pdf' } }] } });
  expect(next['locked']).toContain('/reason');
  const copy = textField(field(firstOf(field(next.answers, 'documents')), 'file'), 'id');
  expect((await warden.get(`/api/drafts/${next.id}/attachments/${copy}`)).bytes.length).toBe(pdf.length);
  const changed = expectStatus(await save(warden, next, { report: 'The left one', documents: [] }), 200);
  expectStatus(await warden.delete(`/api/drafts/${next.id}/attachments/${copy}`), 204);
  expect((await submit(warden, task, { ...next, revision: Number(changed['revision']) })).status).toBe(201);
  expect((await warden.get(`/api/submissions/${draft.id}/attachments/${String(file['id'])}`)).status).toBe(200);
  expect(expectStatus(await warden.get(`/api/submissions/${next.id}`), 200)['answers']).toMatchObject({
    report: 'The left one',
  });
});

test('a task submitted 200 times at once by its holder is submitted once, and everybody has its receipt', async () => {
  const { warden } = bank;
  const task = await send(bank, toUser(warden));
  const draft = await filledIn(warden, task);
  const answers = await Promise.all(Array.from({ length: 200 }, () => submit(warden, task, draft)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(199);
  expect(new Set(answers.map(({ body }) => field(body, 'submission')))).toEqual(new Set([draft.id]));
});

test('a server that dies while somebody submits leaves either a submission or an open task', async () => {
  const { officer, warden, portal } = bank;
  const { store, services } = portal;
  const mark = (id: string) =>
    store.patch(
      'tasks',
      { _id: { eq: id } },
      {
        set: {
          submitting: { by: { id: warden.account._id, name: 'Will Warden' }, at: portal.clock.now().toISOString() },
        },
      },
    );
  const [lost, kept] = [await send(bank, toUser(warden)), await send(bank, toUser(warden))];
  const lostDraft = await filledIn(warden, lost);
  const keptDraft = await filledIn(warden, kept);
  await mark(lost.id);
  await mark(kept.id);
  const busy = await act(officer, lost, 'retract', { comment: 'x' });
  expect([busy.status, field(busy.body, 'detail')]).toEqual([409, like.stringContaining('is submitting it')]);

  // Frozen, and then it dies.
  const frozen = await store.get('drafts', keptDraft.id);
  const caller = {
    accountId: warden.account._id,
    sessionId: '',
    role: 'applicant' as const,
    email: '',
    name: 'Will Warden',
    professional: true,
  };
  const { catalogue, drafts, attachments, judging } = services;
  const parts = { store, clock: portal.clock, timeZone: 'Europe/London', catalogue, drafts, attachments, judging };
  if (frozen === undefined) throw new Error('No draft');
  const answering = { task: kept.id, case: bank.caseId, team: 'rivers', signatories: [] };
  await freezeDraft(parts, caller, frozen, { answering, effects: [] });
  await later({ minutes: 2 });
  const late = await act(bank.officer, kept, 'retract', { comment: 'x' });
  expect([late.status, field(late.body, 'detail')]).toEqual([409, like.stringContaining('Will Warden submitted it')]);
  expect((await act(bank.officer, lost, 'retract', { comment: 'Too late' })).status).toBe(200);
  expect((await store.get('drafts', lostDraft.id))?.status).toBe('open');
  expect((await store.get('tasks', kept.id))?.submission).toBe(keptDraft.id);
});

test('reminded a week before, a day before and when it is overdue, once each; closed 30 days later', async () => {
  const { warden, portal } = bank;
  const { tasks } = portal.services;
  await tasks.remind();
  await tasks.expire();
  const task = await send(bank, toUser(warden));
  const mails = async () =>
    (await portal.mail(warden.email))
      .filter(({ text }) => text.includes(task.id))
      .map(({ subject }) => subject.split(':')[0]);
  await later({ days: 7 });
  await tasks.remind();
  expect(await mails()).toEqual(['A form for you']);
  for (const expected of ['A form is due in a week', 'A form is due tomorrow', 'A form is overdue']) {
    await later({ days: expected.endsWith('week') ? 1 : expected.endsWith('tomorrow') ? 6 : 2 });
    await tasks.remind();
    await tasks.remind();
    expect((await mails()).at(-1)).toBe(expected);
  }
  expect(await mails()).toHaveLength(4);
  const listed = await bank.officer.get('/api/council/tasks?state=overdue');
  expect(listed.body).toMatchObject({
    items: like.arrayContaining([
      like.objectContaining({ id: task.id, due: like.objectContaining({ words: '1 day overdue' }) }),
    ]),
  });
  const seen = taskOf(await bank.officer.get(`/api/tasks/${task.id}`));
  expect(taskOf(await act(bank.officer, seen, 'extend', { dueOn: inDays(10) }))).toMatchObject({ dueOn: inDays(10) });
  await later({ days: 40 });
  await tasks.expire();
  expect(taskOf(await bank.warden.get(`/api/tasks/${task.id}`))).toMatchObject({ state: 'sent' });
  await later({ days: 2 });
  await tasks.expire();
  await tasks.expire();
  const over = taskOf(await bank.warden.get(`/api/tasks/${task.id}`));
  expect(over).toMatchObject({
    state: 'expired',
    history: like.arrayContaining([like.objectContaining({ event: 'expire' })]),
  });
  expect(
    (await portal.mail(warden.email)).filter(
      ({ subject, text }) => text.includes(task.id) && subject.includes('unanswered'),
    ),
  ).toHaveLength(1);
  const back = taskOf(await act(bank.officer, over, 'reopen', { comment: 'Please do' }));
  expect(back).toMatchObject({ state: 'sent', dueOn: inDays(15) });
});

test('the list as a file, and every look in the audit trail', async () => {
  const { officer, warden, portal } = bank;
  const task = await send(bank, toUser(warden), { comments: '=1+1' });
  const file = await officer.get('/api/council/tasks.csv');
  expect([file.status, file.bytes.toString('utf8')]).toEqual([200, like.stringContaining('Żółta O’Neill')]);
  expectStatus(await officer.get(`/api/tasks/${task.id}`), 200);
  const page = await portal.store.find('audit', {
    filter: { 'subject.id': { eq: task.id } },
    sort: { path: 'at', direction: 'asc' },
    limit: 50,
  });
  expect(page.items.map(({ action }) => action)).toEqual(['task-sent', 'task-read', 'task-read']);
});

test('a reopening that is refused leaves nothing behind', async () => {
  const { officer, warden, portal } = bank;
  const task = await send(bank, toUser(warden));
  const draft = await filledIn(warden, task);
  const first = taskOf(await submit(warden, task, draft), 201);
  await portal.services.relay.run();
  const drafts = () => portal.store.count('drafts', {});
  const before = await drafts();
  const late = { ...first, revision: first.revision - 1 };
  expect((await act(officer, late, 'reopen', { comment: 'Which bank?' })).status).toBe(409);
  expect((await act(warden, first, 'reopen', { comment: 'Mine' })).status).toBe(403);
  expect(await drafts()).toBe(before);
});

test('documents are sent along, opened by who has the task and by nobody else, and outlive the sweep', async () => {
  const { officer, stranger, warden, caseId, portal } = bank;
  const bytes = { body: pdf, headers: { 'Content-Type': 'application/octet-stream' } };
  const path = '/api/council/tasks/documents?name=map.pdf';
  const map = textField(expectStatus(await officer.send('POST', path, bytes), 201), 'id');
  const forgotten = textField(expectStatus(await officer.send('POST', path, bytes), 201), 'id');
  const wanted = { case: caseId, form: 'bank-report', to: [toUser(warden)], documents: [map] };
  expect((await stranger.post('/api/council/tasks', wanted)).status).toBe(404);
  const task = await send(bank, toUser(warden), { documents: [map] });
  expect(task).toMatchObject({ documents: [{ id: map, name: 'map.pdf' }] });
  await later({ days: 1 });
  await portal.services.jobs.runAll();
  const opened = await bank.warden.get(`/api/tasks/${task.id}/documents/${map}`);
  expect([opened.status, opened.bytes.length]).toEqual([200, pdf.length]);
  expect((await bank.warden.get(`/api/tasks/${task.id}/documents/${forgotten}`)).status).toBe(404);
  expect((await bank.stranger.get(`/api/tasks/${task.id}/documents/${map}`)).status).toBe(404);
  expect(await portal.store.get('attachments', forgotten)).toBeUndefined();
  const late = await bank.officer.post('/api/council/tasks', { ...wanted, documents: [forgotten] });
  expect(late.status).toBe(422);
});
