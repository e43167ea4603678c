/** A form that names the job roles that counter-sign it: whoever sends or hands it on is told who may, and nobody else can. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasSigningRole } from '../../server/modules/tasks/counter-signers.ts';
import { expectStatus } from '../support/angling.ts';
import { act, draftOf, save, startBank, taskOf, toUser, type Bank, type Sent } from '../support/bank.ts';
import type { SignedIn } from '../support/portal.ts';
import { field } from '../support/read.ts';

const formsDir = mkdtempSync(join(tmpdir(), 'formwork-signers-'));
let bank: Bank;
/** Manages the wardens as the chief does, with another job role. */
let clerk: SignedIn;

beforeAll(async () => {
  const task = { due: 'P15D', assignTo: ['user', 'work-group'], sends: ['/reason'] };
  const forms = {
    named: { ...task, counterSignature: 'required', counterSignedBy: ['signer.chief', 'signer.head'] },
    anybody: { ...task, counterSignature: 'optional' },
    unsigned: { ...task, counterSignature: 'none' },
  };
  for (const [id, rules] of Object.entries(forms)) {
    const to = join(formsDir, id, '1.0.0');
    cpSync(join(import.meta.dirname, '../support/task-forms/bank-report/1.0.0'), to, { recursive: true });
    for (const [name, more] of [
      ['form.json', { id, task: rules }],
      ['text.en.json', { 'signer.chief': 'Chief warden', 'signer.head': 'Head of rivers' }],
    ] as const) {
      const file = join(to, name);
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...more }));
    }
  }
  bank = await startBank({ config: { formsDir } });
  const profile = { forename: 'Clem', surname: 'Clerk', professional: true, jobRole: 'Licence clerk' };
  clerk = await bank.portal.signedIn({ profile });
  const { _id, revision, ...group } = bank.group;
  await bank.portal.services.groups.replace(_id, revision, {
    ...group,
    managers: [...group.managers, clerk.account._id],
  });
}, 120_000);
afterAll(async () => {
  await bank.portal.stop();
  rmSync(formsDir, { recursive: true });
});

const sent = async (form: string): Promise<Sent> => {
  const to = [toUser(bank.warden)];
  const answer = await bank.officer.post('/api/council/tasks', { case: bank.caseId, form, to });
  return taskOf({ ...answer, body: field(answer.body, '0') }, 201);
};

/** Written by the warden and handed on. */
const handedTo = async (form: string, person: SignedIn): Promise<Sent> => {
  const task = await sent(form);
  expectStatus(await act(bank.warden, task, 'open'), 200);
  expectStatus(await save(bank.warden, await draftOf(bank.warden, task), { report: 'Steep' }), 200);
  expectStatus(await act(bank.warden, task, 'release'), 200);
  const handed = taskOf(await act(bank.warden, task, 're-assign', { to: toUser(person) }));
  expectStatus(await act(person, task, 'open'), 200);
  return handed;
};

const peopleOf = async (task: Sent) => {
  const { body } = await bank.warden.get(`/api/tasks/${task.id}/people`);
  if (!Array.isArray(body)) throw new Error('No people');
  return Object.fromEntries(body.map((person) => [String(field(person, 'name')), field(person, 'mayCounterSign')]));
};

const recipientsOf = async (query: Record<string, string>) => {
  const { body } = await bank.officer.get(`/api/council/recipients?${new URLSearchParams(query)}`);
  if (!Array.isArray(body)) throw new Error('No recipients');
  return Object.fromEntries(
    body.map((each) => [String(field(each, 'name')), [field(each, 'counterSigners'), field(each, 'mayCounterSign')]]),
  );
};

test('whoever hands it on is told who may counter-sign: managers, and of these only those with the job role', async () => {
  expect(await peopleOf(await sent('named'))).toMatchObject({
    'Chris Chief': true,
    'Clem Clerk': false,
    'Cora Colleague': false,
  });
  expect(await peopleOf(await sent('anybody'))).toMatchObject({
    'Chris Chief': true,
    'Clem Clerk': true,
    'Cora Colleague': false,
  });
  expect(Object.values(await peopleOf(await sent('unsigned')))).toEqual([undefined, undefined, undefined]);
  const words = { counterSignature: 'required', counterSignedBy: ['Chief warden', 'Head of rivers'] };
  expect(await sent('named')).toMatchObject(words);
});

test('the council is told before it sends and before it re-assigns', async () => {
  const { officer, caseId } = bank;
  expect((await officer.get(`/api/council/tasks/proposal?case=${caseId}&form=named`)).body).toMatchObject({
    counterSignature: 'required',
    counterSignedBy: ['Chief warden', 'Head of rivers'],
  });
  const before = await recipientsOf({ form: 'named' });
  expect(before).toMatchObject({
    'Will Warden': [['Chris Chief'], undefined],
    'Chris Chief': [[], undefined],
    Wardens: [['Chris Chief'], undefined],
  });
  const names = field(field(await recipientsOf({ form: 'anybody' }), 'Will Warden'), '0');
  expect(names).toEqual(expect.arrayContaining(['Chris Chief', 'Clem Clerk']));
  expect(await recipientsOf({ form: 'unsigned' })).toMatchObject({ 'Will Warden': [undefined, undefined] });
  const task = await sent('named');
  expect(await recipientsOf({ form: 'named', task: task.id })).toMatchObject({
    'Chris Chief': [[], true],
    'Clem Clerk': [[], false],
  });
  expect((await bank.stranger.get(`/api/council/recipients?form=named&task=${task.id}`)).status).toBe(404);
});

test.each(['named', 'anybody'])('who was told that they may counter-sign can, and nobody else: %s', async (form) => {
  const told = await peopleOf(await sent(form));
  for (const person of [bank.chief, clerk, bank.colleague]) {
    const task = await handedTo(form, person);
    const signed = await act(person, task, 'counter-sign', { role: 'Chief warden' });
    const { forename, surname } = person.account.profile;
    expect([forename, signed.status === 200]).toEqual([forename, told[`${forename} ${surname}`]]);
  }
});

test('the refusal says whose job it is', async () => {
  const task = await handedTo('named', clerk);
  const refused = await act(clerk, task, 'counter-sign', { role: 'Chief warden' });
  expect(refused.status).toBe(409);
  expect(field(refused.body, 'detail')).toMatch(/^This form is counter-signed by Chief warden or Head of rivers/);
  const draft = await draftOf(clerk, task);
  const { status, body } = await clerk.post(`/api/tasks/${task.id}/submit`, { revision: draft.revision });
  expect([status, field(body, 'detail')]).toEqual([409, expect.stringContaining('Chief warden or Head of rivers')]);
});

describe('a job role is one of those named', () => {
  test.each([
    'Head teacher',
    'headteacher',
    'Headteacher and SENCo',
    'SENCo / Head Teacher',
    'Head teacher, Oak School',
  ])('%s', (own) => expect(hasSigningRole(['Head teacher', 'Principal'], own)).toBe(true));
  test.each(['Deputy head teacher', 'Head', 'Teacher', '', undefined])('not %s', (own) =>
    expect(hasSigningRole(['Head teacher', 'Principal'], own)).toBe(false),
  );
});
