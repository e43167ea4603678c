/** Messages at a task: whoever has it, those in whose tray it lies, and the team that sent it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { act, send, startBank, toUser, type Bank } from '../../support/bank.ts';
import type { SignedIn } from '../../support/portal.ts';
import { textField } from '../../support/read.ts';

let bank: Bank;
beforeAll(async () => {
  bank = await startBank();
});
afterAll(() => bank.portal.stop());

const write = (person: SignedIn, task: string, text: string) => person.post(`/api/threads/task/${task}`, { text });
const read = async (person: SignedIn, task: string): Promise<string[]> => {
  const { status, body } = await person.get(`/api/threads/task/${task}`);
  return Array.isArray(body) ? body.map((message) => textField(message, 'text')) : [String(status)];
};
const told = async ({ email }: { email: string }): Promise<string[]> =>
  (await bank.portal.mail(email))
    .filter(({ subject }) => subject.startsWith('You have a new message'))
    .map(({ text }) => text);

test('the team and whoever has the task write to one another; nobody else of the council reads it', async () => {
  const { officer, stranger, warden, colleague } = bank;
  const { id } = await send(bank, toUser(warden));
  expect(expectStatus(await write(officer, id, 'When can Żółta start?'), 201)).toMatchObject({ council: true });
  expect(await told(warden)).toEqual([expect.stringContaining(`/tasks/${id}`)]);
  expect((await told(warden))[0]).not.toMatch(/Żółta|start/);
  expect(await read(warden, id)).toEqual(['When can Żółta start?']);
  expect(expectStatus(await write(warden, id, 'In May'), 201)).toMatchObject({ council: false });
  expect(await told({ email: 'rivers@council.example' })).toEqual([expect.stringContaining(`/council/tasks/${id}`)]);
  expect(await read(officer, id)).toEqual(['When can Żółta start?', 'In May']);
  expect([await read(stranger, id), await read(colleague, id)]).toEqual([['404'], ['404']]);
});

test('a message at a task in a tray reaches all of the work group, until one has picked it up', async () => {
  const { officer, warden, colleague, chief, group } = bank;
  const task = await send(bank, { kind: 'group', id: group._id });
  const counts = async () => Promise.all([warden, colleague, chief].map(async (person) => (await told(person)).length));
  const before = await counts();
  await write(officer, task.id, 'Who can take this?');
  expect(await counts()).toEqual(before.map((count) => count + 1));
  expectStatus(await act(colleague, task, 'pick-up'), 200);
  await write(officer, task.id, 'Thank you');
  expect(await counts()).toEqual(before.map((count, index) => count + (index === 1 ? 2 : 1)));
  expect(await read(colleague, task.id)).toEqual(['Who can take this?', 'Thank you']);
});

test('what a colleague writes is told to whoever has the task and to the team', async () => {
  const { warden, chief, group } = bank;
  const task = await send(bank, { kind: 'group', id: group._id });
  expectStatus(await act(warden, task, 'pick-up'), 200);
  const [person, team] = [(await told(warden)).length, (await told({ email: 'rivers@council.example' })).length];
  expectStatus(await write(chief, task.id, 'Please answer page 2 as well'), 201);
  expect([(await told(warden)).length, (await told({ email: 'rivers@council.example' })).length]).toEqual([
    person + 1,
    team + 1,
  ]);
});
