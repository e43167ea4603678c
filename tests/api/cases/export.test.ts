/** What is held about a child is given out whole, and what others wrote only where an officer says yes to it. */
import { cp, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportCase } from '../../../scripts/ops/export-case.ts';
import { entriesOfZip, unpack } from '../../../server/platform/attachments/zip-file.ts';
import { closePdf } from '../../../server/platform/pdf/index.ts';
import { CaseExportContents, type CaseExportPart } from '../../../wire/case-export.ts';
import { anglingForms, beginComplete, expectStatus, upload } from '../../support/angling.ts';
import { act, draftOf, save, taskOf, toUser, type Sent } from '../../support/bank.ts';
import { startCouncil, type Council } from '../../support/council.ts';
import { pdf } from '../../support/files.ts';
import { like } from '../../support/like.ts';
import type { SignedIn } from '../../support/portal.ts';

let council: Council;
let folder: string;
let id: string;
let sent: Sent;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formwork-export-'));
  const formsDir = join(folder, 'forms');
  for (const from of [anglingForms, fileURLToPath(new URL('../../support/task-forms', import.meta.url))])
    await cp(from, formsDir, { recursive: true });
  const [rivers, upper, lakes] = ['rivers@council.example', 'upper@council.example', 'lakes@council.example'];
  council = await startCouncil({ config: { formsDir, teams: { rivers, 'upper-river': upper, lakes } } });
  await council.portal.services.teams.join('upper-river', council.officer.account._id);
  const { portal, officer, warden, newCase, send } = council;
  id = await newCase('Tom', 'Trout', '2015-04-03');
  expectStatus(await officer.post(`/api/cases/${id}/events`, { name: 'asked', on: '2026-03-01' }), 200);
  sent = await send(id, toUser(warden), { comments: 'Look at the left bank' });
  expectStatus(await act(warden, sent, 'open'), 200);
  const draft = await draftOf(warden, sent);
  const { revision } = expectStatus(await save(warden, draft, { report: 'Steep and slippery' }), 200);
  expectStatus(await warden.post(`/api/tasks/${sent.id}/submit`, { revision }), 201);
  await portal.services.relay.run();
  expectStatus(await officer.post(`/api/threads/task/${sent.id}`, { text: 'Thank you for it' }), 201);
  expectStatus(await warden.post(`/api/threads/task/${sent.id}`, { text: 'My own opinion of it' }), 201);
  portal.clock.forward({ seconds: 60 });
  const later = taskOf(await officer.get(`/api/tasks/${(await send(id, toUser(warden))).id}`));
  expectStatus(await act(warden, later, 'open'), 200);
  const begun = await draftOf(warden, later);
  expectStatus(await upload(warden, begun.id, 'plan.pdf', pdf), 201);
  expectStatus(await save(warden, begun, { report: 'Half a thought' }), 200);
  await portal.services.relay.run();
});
afterAll(async () => {
  await council.portal.stop();
  await closePdf();
  await rm(folder, { recursive: true, force: true });
});

const contents = async (person: SignedIn, about = id): Promise<CaseExportPart[]> => {
  const told = await person.get(`/api/cases/${about}/export`);
  expectStatus(told, 200);
  return Parse(CaseExportContents, told.body).parts;
};

/** The files of a download by name. */
const made = async (person: SignedIn, parts: readonly string[], about = id): Promise<Map<string, Buffer>> => {
  const answer = await fetch(`${council.portal.url}/api/cases/${about}/export`, {
    method: 'POST',
    headers: { Cookie: person.cookie() ?? '', 'X-Formwork': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify({ parts }),
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toBe('application/zip');
  expect(answer.headers.get('Content-Disposition')).toMatch(/attachment; filename="?CS-[A-Z0-9-]+\.zip"?$/);
  const place = join(folder, 'download.zip');
  await writeFile(place, Buffer.from(await answer.arrayBuffer()));
  const file = await open(place);
  try {
    const entries = await entriesOfZip(file, (await file.stat()).size);
    if (!Array.isArray(entries)) throw new Error(`No whole zip: ${entries}`);
    const files = new Map<string, Buffer>();
    for (const entry of entries) {
      const pieces: Buffer[] = [];
      for await (const piece of unpack(file, entry)) pieces.push(piece);
      files.set(entry.name, Buffer.concat(pieces));
    }
    return files;
  } finally {
    await file.close();
  }
};

test('everything about the child stands in it; what others wrote asks for a yes, each part by itself', async () => {
  const parts = await contents(council.officer);
  const asks = (part: CaseExportPart): boolean => part.asks !== undefined;
  expect(parts.filter((part) => !asks(part)).map(({ kind }) => kind)).toEqual([
    'case',
    'request',
    'messages',
    'request',
    'trail',
  ]);
  expect(parts.filter(asks).map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
    like.stringMatching(/^form: .+, FW-/),
    like.stringMatching(/^messages: Messages of Will Warden about /),
    like.stringMatching(/^form: What was begun of /),
    like.stringMatching(/^document: plan\.pdf \(/),
    'trail: Names of people outside the council, in the record, the requests and the audit trail',
  ]);
  expect(parts.find(({ kind }) => kind === 'form')).toMatchObject({
    by: 'Will Warden',
    asks: like.stringMatching(/Will Warden/),
  });
});

test('without a yes nothing that others wrote is in PDF or data; with it, it is, and the trail says what was given', async () => {
  const parts = await contents(council.officer);
  const bare = await made(council.officer, []);
  expect([...bare.keys()]).toEqual([like.stringMatching(/^CS-.*\.pdf$/), 'data.json']);
  const told = bare.get('data.json')?.toString() ?? '';
  expect(told).toContain('Look at the left bank');
  expect(told).toContain('Thank you for it');
  expect(told).not.toMatch(/Steep and slippery|My own opinion|Half a thought|plan\.pdf|Will Warden/);
  expect(told).toContain('Somebody outside the council');

  const all = await made(
    council.officer,
    parts.flatMap(({ id: part, asks }) => (asks === undefined ? [] : [part])),
  );
  const whole = all.get('data.json')?.toString() ?? '';
  for (const words of ['Steep and slippery', 'My own opinion of it', 'Half a thought', 'Will Warden'])
    expect(whole).toContain(words);
  expect(all.get('documents/0001 plan.pdf')).toEqual(Buffer.from(pdf));
  const drawn = [...all].find(([name]) => name.endsWith('.pdf') && name.startsWith('CS-'))?.[1];
  expect(drawn?.subarray(0, 5).toString()).toBe('%PDF-');
  const entries = await council.portal.store.find('audit', {
    filter: { action: { eq: 'case-exported' } },
    sort: { path: 'at', direction: 'asc' },
    limit: 10,
  });
  expect(entries.items).toMatchObject([
    { actor: council.officer.account._id, subject: { kind: 'case', id }, detail: { given: '', left: 5 } },
    { detail: { given: like.stringMatching(/document\./), left: 0 } },
  ]);
});

test('a part that is not there is refused, and so is everybody outside the team', async () => {
  const { officer, warden } = council;
  expectStatus(await officer.post(`/api/cases/${id}/export`, { parts: ['document.gone'] }), 422);
  expectStatus(await warden.get(`/api/cases/${id}/export`), 403);
  const other = await council.portal.signedIn({ role: 'officer', teams: ['lakes'] });
  expectStatus(await other.get(`/api/cases/${id}/export`), 404);
  expectStatus(await other.post(`/api/cases/${id}/export`, { parts: [] }), 404);
});

test('an operator gets the same into a folder, and is told what was left out', async () => {
  const { services } = council.portal;
  const reference = (await services.store.get('cases', id))?.reference ?? '';
  const { files, left } = await exportCase(services, reference, join(folder, 'given'), false);
  expect(files.length).toBe(2);
  expect(left).toHaveLength(5);
  const whole = await exportCase(services, id, join(folder, 'whole'), true);
  expect(whole.left).toEqual([]);
  expect(await readFile(join(folder, 'whole', 'documents', '0001 plan.pdf'))).toEqual(Buffer.from(pdf));
  await expect(exportCase(services, id, join(folder, 'whole'), true)).rejects.toThrow('is there already');
});

test('what may be about somebody else of that name and birth date stays out with all that hangs on it', async () => {
  const { portal, officer, newCase } = council;
  const about = await newCase('Żółta', 'O’Neill', '2015-04-03');
  const parent = await portal.signedIn({ profile: { forename: 'Petra', surname: 'Parent' } });
  const { id: came, revision } = await beginComplete(parent);
  expectStatus(await parent.post(`/api/drafts/${came}/submit`, { revision }), 201);
  expectStatus(await officer.post(`/api/threads/submission/${came}`, { text: 'To the other family' }), 201);
  await portal.services.relay.run();
  const parts = await contents(officer, about);
  expect(parts.filter(({ asks }) => asks === undefined).map(({ kind }) => kind)).toEqual(['case', 'trail']);
  const notLinked = parts.filter(({ asks }) => asks?.includes('Not linked with this case') === true);
  expect(notLinked.map(({ kind }) => kind)).toEqual(['form', 'messages', 'trail']);
  const bare = (await made(officer, [], about)).get('data.json')?.toString() ?? '';
  expect(bare).not.toMatch(/To the other family|A dog that bites|Petra Parent/);
  const whole = await made(
    officer,
    parts.map(({ id: part }) => part),
    about,
  );
  expect(whole.get('data.json')?.toString()).toMatch(/A dog that bites[^]*To the other family[^]*Petra Parent/);
});

test('whom an event is about, and who outside the council noted it, is told by a yes', async () => {
  const { portal, officer, warden, newCase } = council;
  const about = await newCase('Eve', 'Eel', '2015-04-04');
  await portal.services.relay.run();
  const found = await portal.store.get('cases', about);
  if (found === undefined) throw new Error('No case');
  const by = { id: warden.account._id, name: 'Will Warden' };
  const event = { id: 'noted', name: 'asked', on: '2026-03-01', by, about: 'The refuge at the weir' };
  const changed = { ...found, events: [event] };
  expect(await portal.store.replace('cases', changed)).toMatchObject({ events: [event] });
  const data = async (...parts: string[]) => (await made(officer, parts, about)).get('data.json')?.toString() ?? '';
  expect(await data()).not.toMatch(/The refuge|Will Warden/);
  expect(await data('case.about')).toContain('The refuge at the weir');
  expect(await data('names')).toContain('Will Warden');
});
