/** What the page that sends a form begins with holds nothing that is kept from whoever sends it, and what it gives reaches nobody from whom it is kept. */
import { parseJson } from '../../../engine/json.ts';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { act, startBank, taskOf, toUser } from '../../support/bank.ts';
import { field, fieldsOf } from '../../support/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'formwork-proposal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const changed = (file: string, change: (whole: Record<string, unknown>) => object): void =>
  writeFileSync(file, JSON.stringify(change(fieldsOf(JSON.parse(readFileSync(file, 'utf8'))))));

/** A bank whose senders give the river, which is kept from some. */
const bankWhere = async (by: 'council' | 'form', from: string[]) => {
  const name = [by, ...from].join('-');
  const support = join(import.meta.dirname, '../../support');
  const [formsDir, councilDir] = [join(folder, name, 'forms'), join(folder, name, 'council')];
  cpSync(join(support, 'task-forms'), formsDir, { recursive: true });
  cpSync(join(support, 'task-council'), councilDir, { recursive: true });
  changed(join(formsDir, 'bank-report/1.0.0/form.json'), (form) => ({
    ...form,
    task: { ...fieldsOf(form['task']), sends: ['/reason', '/river'] },
  }));
  // The council keeps what it holds from people outside; a form, what it asks from anybody.
  if (by === 'council')
    changed(join(councilDir, 'case.json'), (file) => ({ ...file, confidentialFrom: { 'permit.river': from } }));
  else
    changed(join(formsDir, 'bank-report/1.0.0/ui.json'), (ui) =>
      fieldsOf(
        parseJson(
          JSON.stringify(ui).replace(
            '"scope":"#/properties/river"',
            `"scope":"#/properties/river","options":${JSON.stringify({ confidentialFrom: from })}`,
          ),
        ),
      ),
    );
  const bank = await startBank({ config: { formsDir, councilDir } });
  const proposal = expectStatus(
    await bank.officer.get(`/api/council/tasks/proposal?case=${bank.caseId}&form=bank-report`),
    200,
  );
  const to = [toUser(bank.warden)];
  const forced = await bank.officer.post('/api/council/tasks', {
    case: bank.caseId,
    form: 'bank-report',
    to,
    sends: { river: 'lower' },
  });
  const answer = await bank.officer.post('/api/council/tasks', { case: bank.caseId, form: 'bank-report', to });
  const task = taskOf({ ...answer, body: field(answer.body, '0') }, 201);
  expectStatus(await act(bank.warden, task, 'open'), 200);
  const { draft } = taskOf(await bank.warden.get(`/api/tasks/${task.id}`));
  const read = expectStatus(await bank.warden.get(`/api/drafts/${String(draft)}`), 200);
  const stored = await bank.portal.store.get('drafts', String(draft));
  await bank.portal.stop();
  return { proposal, forced: forced.status, answers: field(read, 'answers'), stored: stored?.answers };
};

test('nothing is kept: the sender is offered the river, and the recipient reads it', async () => {
  const { proposal, forced, answers, stored } = await bankWhere('council', []);
  expect(forced).toBe(201);
  expect(proposal).toMatchObject({ sends: ['reason', 'river', 'wantedFrom'], answers: { river: 'upper' } });
  expect([answers, stored]).toEqual([
    expect.objectContaining({ river: 'upper' }),
    expect.objectContaining({ river: 'upper' }),
  ]);
}, 60_000);

test('kept from officers: the proposal neither says nor asks it, and the form has it anyway', async () => {
  const { proposal, forced, answers } = await bankWhere('form', ['officer']);
  expect(forced).toBe(422);
  expect(JSON.stringify(proposal)).not.toContain('upper');
  expect(proposal['sends']).toEqual(['reason', 'wantedFrom']);
  expect(answers).toMatchObject({ river: 'upper' });
}, 60_000);

test.each([
  ['form', 'sender'],
  ['form', 'professional'],
  ['council', 'professional'],
] as const)(
  'kept by the %s from the %s',
  async (by, from) => {
    const { proposal, answers, stored } = await bankWhere(by, [from]);
    expect(JSON.stringify(proposal).includes('upper')).toBe(from !== 'sender');
    expect(JSON.stringify(answers).includes('upper')).toBe(from !== 'professional');
    expect(stored).toMatchObject({ river: 'upper' });
  },
  60_000,
);
