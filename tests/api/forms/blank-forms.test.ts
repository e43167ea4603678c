/** Forms to fill in by pen: anybody gets an empty one, whoever has a task gets it with what is known. */
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { act, draftOf, save, send, startBank, toUser, type Bank } from '../../support/bank.ts';
import { has, run } from '../../support/tools.ts';

let bank: Bank;
const folder = mkdtempSync(join(tmpdir(), 'formwork-blank-'));
beforeAll(async () => {
  bank = await startBank();
});
afterAll(async () => {
  await bank.portal.stop();
  rmSync(folder, { recursive: true });
});

const textOf = (bytes: Buffer): string => {
  const file = join(folder, 'blank.pdf');
  writeFileSync(file, bytes);
  return run('pdftotext', ['-raw', file, '-']).replaceAll(/\s+/g, ' ');
};

test.skipIf(!has('pdftotext'))('anybody prints an empty form before signing in, with where it is sent', async () => {
  const answer = await bank.portal.client().get('/api/blank-forms/bank-report');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const text = textOf(answer.bytes);
  expect(text).toContain('Where to send this form');
  expect(text).toContain('01632 960000');
  expect(text).not.toContain('DRAFT');
  expect((await bank.portal.client().get('/api/blank-forms/nothing')).status).toBe(404);
});

test('a language that the form lacks gives it in English, and the same form is drawn once', async () => {
  const [one, other] = await Promise.all(
    ['cy', 'en'].map((language) => bank.portal.client().get(`/api/blank-forms/bank-report?language=${language}`)),
  );
  expect(one?.headers.get('content-language')).toBe('en');
  expect(one?.bytes.equals(other?.bytes ?? Buffer.alloc(0))).toBe(true);
  expect((await bank.portal.client().get('/api/blank-forms/bank-report?language=../x')).status).toBe(422);
});

test.skipIf(!has('pdftotext'))(
  'a task is printed with what is known, without what was typed, until it is closed',
  async () => {
    const { warden, officer } = bank;
    const task = await send(bank, toUser(warden), { dueOn: '2027-02-03' });
    expectStatus(await act(warden, task, 'open'), 200);
    const draft = await draftOf(warden, task);
    expectStatus(await save(warden, draft, { report: 'Typed already' }), 200);
    const answer = await warden.get(`/api/tasks/${task.id}/blank`);
    expect(answer.status).toBe(200);
    const text = textOf(answer.bytes);
    expect(text).toContain('O’Neill');
    expect(text).toMatch(/Return it by 03-Feb-2027/);
    expect(text).not.toMatch(/Typed already|DRAFT|\d{4}-\d\d-\d\d/);
    const now = await officer.get(`/api/tasks/${task.id}`);
    const seen = expectStatus(now, 200);
    expectStatus(
      await act(officer, { id: task.id, revision: Number(seen['revision']) }, 'retract', { comment: 'Done' }),
      200,
    );
    expect((await officer.get(`/api/tasks/${task.id}/blank`)).status).toBe(410);
  },
);
