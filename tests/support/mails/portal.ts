/** A portal with an application and a task that goes out by itself, so that every mail of the service can come about. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isObject } from '../../../engine/json.ts';
import { startBank, type Bank } from '../bank.ts';
import { testClock, thisMorning } from '../portal.ts';

const support = fileURLToPath(new URL('..', import.meta.url));

const changeJson = (path: string, change: (value: Record<string, unknown>) => Record<string, unknown>): void => {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isObject(value)) throw new Error(`${path} holds no object`);
  writeFileSync(path, JSON.stringify(change({ ...value })));
};

/** To whom the heads of the audit trail go. */
export const auditOperator = 'operator@council.example';

export interface MailBank extends Bank {
  stop: () => Promise<void>;
}

export const startMailBank = async (rendererDir: string): Promise<MailBank> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-mails-'));
  const [formsDir, councilDir] = [join(folder, 'forms'), join(folder, 'council')];
  mkdirSync(formsDir);
  for (const from of ['forms', 'task-forms']) cpSync(join(support, from), formsDir, { recursive: true });
  cpSync(join(support, 'task-council'), councilDir, { recursive: true });
  changeJson(join(formsDir, 'bank-report/1.0.0/form.json'), (form) => ({
    ...form,
    task: { ...Object(form['task']), schedule: { before: 'permit.date', lead: 'P8W' } },
  }));
  changeJson(join(councilDir, 'case.json'), (council) => ({
    ...council,
    fields: [
      { name: 'permit.river', label: 'Stretch of the river', kind: 'text', maxLength: 40 },
      { name: 'permit.club', label: 'Club', kind: 'text', maxLength: 40 },
      { name: 'permit.date', label: 'Permit given on', kind: 'date' },
    ],
    schedules: { organisation: ['permit.club'] },
  }));
  const teams = {
    rivers: 'rivers@council.example',
    lakes: 'lakes@council.example',
    'upper-river': 'upper@council.example',
  };
  const bank = await startBank({
    clock: testClock(thisMorning()),
    config: { formsDir, councilDir, rendererDir, teams, auditHeadsMail: auditOperator },
  });
  await bank.portal.services.teams.join('upper-river', bank.officer.account._id);
  return {
    ...bank,
    stop: async () => {
      await bank.portal.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
