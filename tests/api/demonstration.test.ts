/** The demonstration as somebody finds it who tries the service for the first time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../support/angling.ts';
import { field, textField } from '../support/read.ts';
import { startPortal, type TestPortal } from '../support/portal.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'formwork-demonstration-'));
const start = (): Promise<TestPortal> =>
  startPortal({
    dataDir,
    config: { demonstration: true, councilDir: 'council', formsDir: 'forms', teams: { send: 'send@example.org' } },
  });

let portal: TestPortal;
beforeAll(async () => {
  portal = await start();
});
afterAll(async () => {
  await portal.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const contents = async () => {
  const counts: Record<string, number> = {};
  for (const collection of ['accounts', 'drafts', 'submissions', 'attachments']) {
    counts[collection] = await portal.store.count(collection, {});
  }
  return counts;
};

test('there are accounts of every role, a form begun, one submitted with its documents, and nothing in the log', async () => {
  expect(await portal.store.count('drafts', { status: { eq: 'open' } })).toBe(1);
  expect(await portal.store.count('submissions', {})).toBe(1);
  expect(await portal.store.count('attachments', {})).toBeGreaterThan(0);
  const service = expectStatus(await portal.client().get('/api/service'), 200);
  expect(service['demoAccounts']).toHaveLength(4);
  expect(portal.logs.filter((line) => line.includes('demonstration form not made'))).toEqual([]);
  const { findings } = expectStatus(await portal.client().get('/ready'), 200);
  expect(JSON.stringify(findings)).not.toContain('refused');
});

test('an officer finds the submitted form and prints it', async () => {
  const officer = await portal.signedIn({ role: 'officer', teams: ['send'] });
  const items = field(expectStatus(await officer.get('/api/received'), 200), 'items');
  const first: unknown = Array.isArray(items) ? items[0] : undefined;
  const pdf = await officer.get(`/api/submissions/${textField(first, 'id')}/pdf`);
  expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
});

test('the officer of the demonstration works in the team that forms go to', async () => {
  const account = await portal.services.accounts.byEmail('officer@example.org');
  expect(await portal.services.teams.of(account?._id ?? '')).toEqual(['send']);
});

test('started again, it makes nothing a second time', async () => {
  const before = await contents();
  await portal.stop();
  portal = await start();
  expect(await contents()).toEqual(before);
});
