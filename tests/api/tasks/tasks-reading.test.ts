/** Who reads a task, its answers and its PDF: every relation to it, in every state that takes it away from somebody. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { act, draftOf, save, send, startBank, taskOf, toUser, type Bank, type Sent } from '../../support/bank.ts';
import type { SignedIn } from '../../support/portal.ts';
import { field, fieldsOf } from '../../support/read.ts';

let bank: Bank;
/** Of another organisation. */
let outsider: SignedIn;
beforeAll(async () => {
  bank = await startBank();
  const profile = { forename: 'Otto', surname: 'Outsider', professional: true, organisation: 'Canoe Club' };
  outsider = await bank.portal.signedIn({ profile });
});
afterAll(() => bank.portal.stop());

/** What each sees: nothing, that there is such a task, or its answers too. */
type Sees = 'nothing' | 'task' | 'answers';
type Who = 'warden' | 'colleague' | 'chief' | 'outsider' | 'officer' | 'stranger';
type Table = Record<Who, Sees>;

const now = async (task: Sent): Promise<Sent> => taskOf(await bank.officer.get(`/api/tasks/${task.id}`));
const written = async (): Promise<Sent> => {
  const task = await send(bank, toUser(bank.warden));
  expectStatus(await act(bank.warden, task, 'open'), 200);
  expectStatus(await save(bank.warden, await draftOf(bank.warden, task), { report: 'The warden wrote this' }), 200);
  return now(task);
};
const given = async (to: SignedIn): Promise<Sent> =>
  taskOf(await act(bank.officer, await written(), 're-assign', { to: toUser(to) }));

const states: { state: string; make: () => Promise<Sent>; sees: Table }[] = [
  {
    state: 'with its holder',
    make: written,
    sees: {
      warden: 'answers',
      colleague: 'nothing',
      chief: 'answers',
      outsider: 'nothing',
      officer: 'answers',
      stranger: 'nothing',
    },
  },
  {
    state: 'given to a colleague by its holder',
    make: async () => taskOf(await act(bank.warden, await written(), 're-assign', { to: toUser(bank.colleague) })),
    sees: {
      warden: 'answers',
      colleague: 'answers',
      chief: 'answers',
      outsider: 'nothing',
      officer: 'answers',
      stranger: 'nothing',
    },
  },
  {
    state: 'given to another organisation by the council',
    make: () => given(outsider),
    sees: {
      warden: 'nothing',
      colleague: 'nothing',
      chief: 'nothing',
      outsider: 'answers',
      officer: 'answers',
      stranger: 'nothing',
    },
  },
  {
    state: 'given to another organisation, then retracted',
    make: async () => taskOf(await act(bank.officer, await given(outsider), 'retract', { comment: 'A mistake' })),
    sees: {
      warden: 'nothing',
      colleague: 'nothing',
      chief: 'nothing',
      outsider: 'task',
      officer: 'answers',
      stranger: 'nothing',
    },
  },
  {
    state: 'retracted',
    make: async () => taskOf(await act(bank.officer, await written(), 'retract', { comment: 'A mistake' })),
    sees: {
      warden: 'task',
      colleague: 'nothing',
      chief: 'nothing',
      outsider: 'nothing',
      officer: 'answers',
      stranger: 'nothing',
    },
  },
  {
    state: 'given back to the first organisation',
    make: async () => taskOf(await act(bank.officer, await given(outsider), 're-assign', { to: toUser(bank.warden) })),
    sees: {
      warden: 'answers',
      colleague: 'nothing',
      chief: 'answers',
      outsider: 'nothing',
      officer: 'answers',
      stranger: 'nothing',
    },
  },
];

const seen = async (who: Who, task: Sent): Promise<Sees> => {
  const person = who === 'outsider' ? outsider : bank[who];
  const [read, pdf] = [await person.get(`/api/tasks/${task.id}`), await person.get(`/api/tasks/${task.id}/pdf`)];
  const stored = await bank.portal.store.get('tasks', task.id);
  const draft = await person.get(`/api/drafts/${String(field(stored, 'draft'))}`);
  if (read.status !== 200) {
    // Whoever had it is told that it went elsewhere, and nothing of it.
    const moved = read.status === 410;
    if (moved) expect([field(read.body, 'code'), Object.keys(fieldsOf(read.body)).length]).toEqual(['task-moved', 6]);
    expect([who, moved ? 404 : read.status, pdf.status, draft.status]).toEqual([who, 404, 404, 404]);
    return 'nothing';
  }
  // Its holder reads the draft instead.
  const answers = field(read.body, 'answers') !== undefined || draft.status === 200;
  expect([who, pdf.status]).toEqual([who, answers ? 200 : 404]);
  return answers ? 'answers' : 'task';
};

test.each(states)('$state', async ({ make, sees }) => {
  const task = await make();
  await bank.portal.services.relay.run();
  const found: Partial<Table> = {};
  for (const who of ['warden', 'colleague', 'chief', 'outsider', 'officer', 'stranger'] as const)
    found[who] = await seen(who, task);
  expect(found).toEqual(sees);
});

test('whoever was writing is told that it is with somebody else, not with whom; every word is kept', async () => {
  const task = await written();
  const draft = await draftOf(bank.warden, task);
  taskOf(await act(bank.officer, await now(task), 're-assign', { to: toUser(outsider) }));
  const last = expectStatus(await save(bank.warden, draft, { report: 'The last words' }), 200);
  bank.portal.clock.forward({ minutes: 3 });
  const late = await save(bank.warden, { id: draft.id, revision: Number(last['revision']) }, { report: 'Too late' });
  expect(late.status).toBe(409);
  expect(String(field(late.body, 'detail'))).toContain('given this task to somebody else');
  expect(JSON.stringify(late.body)).not.toContain('Outsider');
  expect((await bank.officer.get(`/api/tasks/${task.id}`)).body).toMatchObject({
    answers: { report: 'The last words' },
  });
});
