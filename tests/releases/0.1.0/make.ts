/**
 * Writes `store.tar` beside it: a store as release 0.1.0 leaves it, which later releases must bring up to date. Run once, with that release:
 *
 *     git worktree add ../formwork-0.1.0 v0.1.0
 *     cp -r tests/releases ../formwork-0.1.0/tests/ && cd ../formwork-0.1.0
 *     npm ci && node tests/releases/0.1.0/make.ts
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backup } from '../../../scripts/ops/backup.ts';
import { begin, beginComplete, completeAnswers, expectStatus, upload } from '../../support/angling.ts';
import { again, act, draftOf, save, taskOf, toUser } from '../../support/bank.ts';
import { startCouncil } from '../../support/council.ts';
import { pdf } from '../../support/files.ts';
import { testClock } from '../../support/portal.ts';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const formsDir = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
for (const folder of ['forms', 'task-forms']) cpSync(beside(`../../support/${folder}`), formsDir, { recursive: true });

const clock = testClock(new Date('2026-03-02T09:30:00.000Z'));
const teams = {
  rivers: 'rivers@council.example',
  lakes: 'lakes@council.example',
  'upper-river': 'upper@council.example',
};
const council = await startCouncil({ clock, config: { formsDir, teams } });
const { portal, group, newCase, send, answer } = council;
const { services } = portal;
const day = (days: number): string => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

// A case with a task that nobody answered in its time.
const about = await newCase('Tom', 'Trout', '2015-04-03');
await send(about, toUser(council.deputy), { dueOn: day(1) });
clock.forward({ days: 33 });
await services.tasks.expire();
Object.assign(council.officer, await again(portal, council.officer));
const { officer } = council;
const [administrator, warden, deputy] = await Promise.all(
  [council.administrator, council.warden, council.deputy].map((person) => again(portal, person)),
);
if (!administrator || !warden || !deputy) throw new Error('Somebody is missing');

// A parent with a form begun, a form with a document, and one that was submitted and answered.
const parent = await portal.signedIn({ email: 'parent@example.org' });
await begin(parent, { firstName: 'Zoë' });
const open = await begin(parent, { ...completeAnswers, dangers: 'Deep water' });
expectStatus(await upload(parent, open.id, 'letter.pdf', pdf), 201);
const done = await beginComplete(parent);
const { id } = expectStatus(await upload(parent, done.id, 'report.pdf', pdf), 201);
const file = { id, name: 'report.pdf', bytes: pdf.length, mediaType: 'application/pdf' };
const documents = [{ file, kind: 'letter' }];
const saved = await parent.patch(`/api/drafts/${done.id}`, { revision: done.revision, set: { documents } });
const { revision } = expectStatus(saved, 200);
expectStatus(await parent.post(`/api/drafts/${done.id}/submit`, { revision }), 201);
await services.relay.run();
await services.teams.join('upper-river', officer.account._id);
expectStatus(
  await officer.post(`/api/submissions/${done.id}/response`, { text: 'Thank you. Here is your permit.' }),
  200,
);
expectStatus(await parent.post(`/api/threads/submission/${done.id}`, { text: 'When does it end?' }), 201);

// Much happened in the one case, nothing in the other.
await newCase('Pia', 'Pike', '2014-01-02');
expectStatus(await officer.post(`/api/cases/${about}/events`, { name: 'asked', on: day(-10) }), 200);
expectStatus(await officer.post(`/api/cases/${about}/pauses`, { from: day(-8), to: day(-6), reason: 'Flood' }), 200);

// Tasks in every state that a person meets.
const toGroup = { kind: 'group', id: group._id } as const;
const letter = await officer.send('POST', '/api/council/tasks/documents?name=plan.pdf', {
  body: pdf,
  headers: { 'Content-Type': 'application/octet-stream' },
});
await send(about, toGroup, { documents: [expectStatus(letter, 201)['id']], comments: 'The lower bank, please.' });
await send(about, toUser(warden));
taskOf(await act(deputy, await send(about, toGroup), 'pick-up'));
const written = await send(about, toUser(warden));
expectStatus(await act(warden, written, 'open'), 200);
const draft = await draftOf(warden, written);
expectStatus(await save(warden, draft, { report: 'Steep and wet' }), 200);
expectStatus(await upload(warden, draft.id, 'bank.pdf', pdf), 201);
taskOf(await act(warden, await send(about, toUser(warden)), 'return', { comment: 'Not my river' }));
const answered = await send(about, toUser(warden));
await answer(warden, answered, { report: 'Flat' });
await services.relay.run();
expectStatus(await officer.post(`/api/threads/task/${answered.id}`, { text: 'Which side?' }), 201);
const retracted = await send(about, toUser(deputy));
const { revision: seen } = taskOf(await officer.get(`/api/tasks/${retracted.id}`));
taskOf(await act(officer, { id: retracted.id, revision: seen }, 'retract', { comment: 'Sent by mistake' }));
const reopened = await send(about, toUser(warden));
await answer(warden, reopened, { report: 'Dry' });
await services.relay.run();
const { revision: closed } = taskOf(await officer.get(`/api/tasks/${reopened.id}`));
taskOf(
  await act(officer, { id: reopened.id, revision: closed }, 'reopen', { dueOn: day(20), comment: 'More, please' }),
);

// What belongs to no record of a person.
expectStatus(await administrator.post('/api/keys', { name: 'Case system', scopes: ['cases:read'], days: 365 }), 201);
await services.webhooks.make({ url: 'https://case-system.example/hook', events: ['task.sent'] });
await services.relay.run();

const out = beside('store.tar');
rmSync(out, { force: true });
const { counts } = await backup({ ...services, ...portal.storage }, out);
console.log(counts);
await portal.stop();
rmSync(formsDir, { recursive: true, force: true });
