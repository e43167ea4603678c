/** A person asks what is held about them, and asks for it to be erased. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut, NotErasableError, planAccount, planCase, planWords } from '../../scripts/ops/erase.ts';
import { exportAccount } from '../../scripts/ops/export.ts';
import { verify } from '../../scripts/ops/verify.ts';
import type { AuditRecord } from '../../server/platform/audit/entry.ts';
import type { AttachmentDocument } from '../../server/modules/drafts/documents.ts';
import { begin, beginComplete, completeAnswers, expectStatus, startAngling, upload } from '../support/angling.ts';
import { pdf } from '../support/files.ts';
import type { SignedIn, TestPortal } from '../support/portal.ts';

let portal: TestPortal;
let folder: string;
beforeAll(async () => {
  portal = await startAngling();
  folder = await mkdtemp(join(tmpdir(), 'formwork-requests-'));
});
afterAll(async () => {
  await portal.stop();
  await rm(folder, { recursive: true, force: true });
});

const keep = { pastRetention: false };
const lastEntry = async (): Promise<AuditRecord | undefined> => {
  const sort = { path: 'at', direction: 'desc' } as const;
  return (await portal.store.find('audit', { filter: {}, sort, limit: 1 })).items[0];
};

/** Has one form open, with a document, and one submitted. */
const withForms = async (): Promise<{
  person: SignedIn;
  open: string;
  submitted: string;
  file: AttachmentDocument;
}> => {
  const person = await portal.signedIn();
  const done = await beginComplete(person);
  expectStatus(await person.post(`/api/drafts/${done.id}/submit`, { revision: done.revision }), 201);
  const open = await begin(person, { ...completeAnswers, dangers: 'A secret of mine' });
  expectStatus(await upload(person, open.id, '../letter.pdf', pdf), 201);
  await portal.services.relay.run();
  const file = await portal.store.findOne('attachments', { draft: { eq: open.id } });
  if (file === undefined) throw new Error('Nothing was uploaded');
  return { person, open: open.id, submitted: done.id, file };
};

test('everything held about an account is given out, without what protects it, and the trail says so', async () => {
  const { person, file } = await withForms();
  const out = join(folder, 'given');
  await exportAccount(portal.services, person.email.toUpperCase(), out);
  const text = await readFile(join(out, 'data.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    account: { email: person.email, profile: { surname: 'Byron' } },
    drafts: [{ answers: { dangers: 'A secret of mine' }, documents: [{ sha256: file.sha256 }] }],
    submissions: [{ answers: completeAnswers }],
    knownPersons: [{ firstName: 'Żółta' }],
  });
  expect(text).not.toContain(person.account.passwordHash);
  const [name, ...others] = await readdir(join(out, 'documents'));
  expect(others).toEqual([]);
  expect(await readFile(join(out, 'documents', name ?? ''))).toEqual(Buffer.from(pdf));
  expect(await lastEntry()).toMatchObject({ action: 'account-exported', subject: { id: person.account._id } });
  await expect(exportAccount(portal.services, person.email, out)).rejects.toThrow('is there already');
});

test('an account goes with what was not submitted; what was stays as long as its form says, and everything verifies', async () => {
  const { person, open, submitted, file } = await withForms();
  const { store, blobs } = portal.services;
  // A sign-in, a new password and a registration under way, and one of somebody else.
  const other = await portal.signedIn();
  for (const { email, password } of [person, other]) {
    await portal.client().post('/api/sign-in', { email, password });
    await portal.client().post('/api/password-resets', { email });
  }
  await portal.services.relay.run();
  const challenges = async () =>
    JSON.stringify(
      (await store.find('challenges', { filter: {}, sort: { path: '_id', direction: 'asc' }, limit: 100 })).items,
    );
  expect(await challenges()).toContain(person.account._id);
  const plan = await planAccount(portal.services, person.email, keep);
  expect(planWords(plan)).toMatch(/submission FW-\S+, until \d{4}-\d\d-\d\d\. The council keeps it/);
  expect(await store.get('accounts', person.account._id)).toBeDefined();

  await carryOut(portal.services, plan);
  for (const [collection, id] of [
    ['accounts', person.account._id],
    ['drafts', open],
    ['attachments', file._id],
  ] as const)
    expect(await store.get(collection, id)).toBeUndefined();
  await expect(blobs.open(file.blob)).rejects.toThrow();
  expect(await store.count('sessions', { account: { eq: person.account._id } })).toBe(0);
  expect(await store.count('people', { owner: { eq: person.account._id } })).toBe(0);
  expect(await challenges()).not.toContain(person.account._id);
  expect(await challenges()).not.toContain(person.email);
  expect(await challenges()).toContain(other.account._id);
  expect(await store.get('submissions', submitted)).toMatchObject({ answers: completeAnswers });
  expect(await lastEntry()).toMatchObject({ action: 'account-erased', actor: 'system' });
  expect((await verify({ ...portal.storage, clock: portal.clock })).faults).toEqual([]);
  const mails = (await portal.mail(person.email)).length;
  await portal.client().post('/api/sign-in', { email: person.email, password: person.password });
  expect(await portal.mail(person.email)).toHaveLength(mails);
});

test('once its time is over a submission goes too, when that is asked for', async () => {
  const { person, submitted } = await withForms();
  portal.clock.forward({ days: 4000 });
  const kept = await planAccount(portal.services, person.email, keep);
  expect(planWords(kept)).toContain('--past-retention');
  expect(kept.erase).not.toContainEqual({ collection: 'submissions', id: submitted });
  await carryOut(portal.services, await planAccount(portal.services, person.email, { pastRetention: true }));
  expect(await portal.store.get('submissions', submitted)).toBeUndefined();
  expect((await verify({ ...portal.storage, clock: portal.clock })).faults).toEqual([]);
});

test('whoever has rights is not erased before somebody took them away', async () => {
  const officer = await portal.signedIn({ role: 'officer', teams: ['upper-river'] });
  const refused = planAccount(portal.services, officer.email, keep);
  await expect(refused).rejects.toBeInstanceOf(NotErasableError);
  await expect(refused).rejects.toThrow(/role is officer.*in teams/);
  await expect(planAccount(portal.services, 'nobody@example.org', keep)).rejects.toThrow('no account');
  await expect(planCase(portal.services, 'CS-NONE-NONE', keep)).rejects.toThrow('no such case');
});
