/** The PDF of a task is in the language in which it is filled in, and says so. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act, draftOf, send, startBank, toUser } from '../../support/bank.ts';
import { expectStatus } from '../../support/angling.ts';

test('a task filled in in Welsh is printed as Welsh for whoever has it', async () => {
  const formsDir = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
  cpSync(join(import.meta.dirname, '../../support/task-forms'), formsDir, { recursive: true });
  const texts = { 'form.title': 'Adroddiad ar lan afon' };
  writeFileSync(join(formsDir, 'bank-report', '1.0.0', 'text.cy.json'), JSON.stringify(texts));
  const bank = await startBank({ config: { formsDir } });
  try {
    const { warden } = bank;
    const task = await send(bank, toUser(warden));
    expectStatus(await act(warden, task, 'open'), 200);
    const { id, revision } = await draftOf(warden, task);
    expectStatus(await warden.patch(`/api/drafts/${id}`, { revision, language: 'cy' }), 200);
    const pdf = await warden.get(`/api/tasks/${task.id}/pdf`);
    expect([pdf.status, pdf.headers.get('content-language')]).toEqual([200, 'cy']);
  } finally {
    await bank.portal.stop();
    rmSync(formsDir, { recursive: true, force: true });
  }
});
