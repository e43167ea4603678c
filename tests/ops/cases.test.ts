/** Cases and their tasks: erased whole or not at all, and led on when they were submitted while a backup was taken. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backup } from '../../scripts/ops/backup.ts';
import { carryOut, planCase, planWords } from '../../scripts/ops/erase.ts';
import { restore } from '../../scripts/ops/restore.ts';
import { verify } from '../../scripts/ops/verify.ts';
import { openStorage } from '../../server/platform/storage/open.ts';
import { expectStatus } from '../support/angling.ts';
import { startCouncil, type Council } from '../support/council.ts';
import type { DocumentStore } from '../../server/platform/storage/store.ts';

let council: Council;
let folder: string;
beforeEach(async () => {
  council = await startCouncil();
  folder = await mkdtemp(join(tmpdir(), 'formwork-cases-'));
});
afterEach(async () => {
  await council.portal.stop();
  await rm(folder, { recursive: true, force: true });
});

const keep = { pastRetention: false };
const over = { pastRetention: true };

test('a case is erased whole, once none of its tasks is open and nothing has to stay; another case stays as it is', async () => {
  const { portal, officer, warden, newCase, send, answer } = council;
  const { services, store } = portal;
  const [about, other] = [await newCase('Tom', 'Trout', '2015-04-03'), await newCase('Pia', 'Pike', '2014-01-02')];
  const to = { kind: 'user', id: warden.account._id } as const;
  const [task, kept] = [await send(about, to), await send(other, to)];
  expectStatus(await officer.post(`/api/threads/task/${task.id}`, { text: 'Please measure it' }), 201);
  await services.relay.run();
  await expect(planCase(services, about, over)).rejects.toThrow('1 of its tasks are open');

  await answer(warden, task, { report: 'Steep' });
  await services.relay.run();
  const held = await store.get('tasks', task.id);
  const submission = held?.submission ?? '';
  await expect(planCase(services, about, keep)).rejects.toThrow(/submissions must stay:\n {2}submission FW-/);
  await expect(planCase(services, about, over)).rejects.toThrow('must stay');

  portal.clock.forward({ days: 4000 });
  await expect(planCase(services, about, over)).rejects.toThrow('Put the clock right');
  // It is right, and went on for a day.
  portal.clock.forward({ days: 1 });
  const reference = (await store.get('cases', about))?.reference ?? '';
  const plan = await planCase(services, reference, over);
  expect(planWords(plan)).toMatch(/cases: 1[\s\S]*audit trail/);
  await carryOut(services, plan);
  for (const [collection, id] of [
    ['cases', about],
    ['tasks', task.id],
    ['threads', `task.${task.id}`],
    ['drafts', held?.draft ?? ''],
    ['submissions', submission],
  ] as const)
    expect(await store.get(collection, id), collection).toBeUndefined();
  expect(await store.get('cases', other)).toBeDefined();
  expect(await store.get('tasks', kept.id)).toBeDefined();
  const { faults } = await verify({ ...council.portal.storage, clock: services.clock });
  expect(faults.filter(({ kind }) => kind !== 'effects')).toEqual([]);
});

test('a task that is submitted between the copy of the tasks and of the submissions is submitted after it', async () => {
  const { portal, warden, newCase, send, answer } = council;
  const { services } = portal;
  const about = await newCase('Carl', 'Carp', '2013-05-06');
  const task = await send(about, { kind: 'user', id: warden.account._id });
  let late = false;
  const { store: raw, blobs } = portal.storage.raw;
  const store: DocumentStore = {
    ...raw,
    find: async (collection, query) => {
      if (collection === 'submissions' && !late) {
        late = true;
        await answer(warden, task, { report: 'Flat' });
        await services.relay.run();
      }
      return raw.find(collection, query);
    },
  };
  const out = join(folder, 'tasks.tar');
  await backup({ raw: { store, blobs }, clock: services.clock }, out);
  const storage = await openStorage(
    { ...services.config, dataDir: join(folder, 'data'), mongodbUrl: '' },
    services.clock,
  );
  try {
    await restore({ ...storage, clock: services.clock, config: services.config }, out);
    const back = await storage.store.get('tasks', task.id);
    expect(back).toMatchObject({ keys: { open: false, state: 'submitted' }, submission: back?.draft });
    expect(await storage.store.get('submissions', back?.draft ?? '')).toMatchObject({ answers: { report: 'Flat' } });
  } finally {
    await storage.closeBlobs();
    await storage.store.close();
  }
});
