/** A disk that is full, and one that can only be read. The data folder lies on a small file system in memory, which only root may make. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectStatus, upload } from '../support/angling.ts';
import { pdf } from '../support/files.ts';
import { serverProcess } from '../support/servers/server-process.ts';
import { stores } from './stores.ts';
import { tell } from './figures.ts';
import { expectUnavailable, notReady, servedAgain, startWorld, type World } from './world.ts';

const megabytes = 48;
const long = 'What was seen at the river. '.repeat(30).slice(0, 900);

const mount = (folder: string, options: string): number | null =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status;

const mayMount = (): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-mount-'));
  const may = mount(folder, 'size=1m') === 0;
  if (may) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return may;
};

const allowed = mayMount();
if (!allowed)
  console.warn('No file system may be mounted here: a full disk and one that can only be read are not tried.');

let disk: string;
let world: World;
beforeEach(() => {
  if (!allowed) return;
  disk = mkdtempSync(join(tmpdir(), 'formwork-disk-'));
  mount(disk, `size=${megabytes}m`);
});
afterEach(async () => {
  if (!allowed) return;
  await world.remove();
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

const data = (): string => join(disk, 'data');
const filler = (): string => join(disk, 'filler');
const fill = (): void => {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler(), Buffer.alloc(bavail * bsize));
};
const remount = (mode: 'ro' | 'rw'): void => void execFileSync('mount', ['-o', `remount,${mode}`, disk]);
const halfWritten = (): string[] => readdirSync(join(data(), 'documents/incoming'));

describe.skipIf(!allowed)('the data folder', () => {
  test('full, on the embedded store: saves are refused in words, nothing is lost, and they go on when there is room', async () => {
    world = await startWorld({ store: 'sqlite', env: { FORMWORK_DATA_DIR: data() } });
    const draft = await world.newDraft();
    const other = await world.newDraft();
    expectStatus(await world.save(draft, { dangers: 'Save 0' }), 200);
    fill();
    let acknowledged = 0;
    let answer = await world.save(draft, { dangers: 'Save 0' });
    for (let number = 1; number <= 20_000 && answer.status === 200; number += 1) {
      acknowledged = number;
      answer = await world.save(draft, { dangers: `Save ${number} ${long}` });
    }
    expectUnavailable(answer);
    expect(await notReady(world)).toEqual(expect.arrayContaining(['store', 'disk']));
    expect((await world.client.get('/health')).status).toBe(200);
    expect((await world.client.get('/ready')).status, 'people read on').toBe(200);
    expect((await world.client.get('/health/service')).status).toBe(503);
    expectUnavailable(await upload(world.client, other.id, 'letter.pdf', pdf));
    expectUnavailable(await world.client.post('/api/drafts', { form: 'angling-permit', answers: {} }));
    expectUnavailable(await world.client.post(`/api/drafts/${other.id}/submit`, { revision: other.revision }));
    expect(halfWritten()).toEqual([]);
    const read = expectStatus(await world.client.get(`/api/drafts/${draft.id}`), 200);
    expect(read['revision']).toBe(draft.revision);

    rmSync(filler());
    const ms = await servedAgain(world, draft, { dangers: 'There is room again' });
    expect(await notReady(world)).not.toContain('store');
    expectStatus(await upload(world.client, other.id, 'letter.pdf', pdf), 201);
    expectStatus(await world.client.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision }), 201);
    tell('disk full, SQLite', { 'saves until refused': acknowledged, 'until served again (ms)': ms, lost: 0 });
  });

  test('full, on MongoDB: only documents have to wait', async () => {
    if (!stores.includes('mongodb')) return;
    world = await startWorld({ store: 'mongodb', env: { FORMWORK_DATA_DIR: data() } });
    const draft = await world.newDraft();
    fill();
    expectUnavailable(await upload(world.client, draft.id, 'letter.pdf', pdf));
    expect(halfWritten()).toEqual([]);
    expectStatus(await world.save(draft, { dangers: 'None' }), 200);
    rmSync(filler());
    expectStatus(await upload(world.client, draft.id, 'letter.pdf', pdf), 201);
  });

  test('that can only be read: a server that starts there says why it cannot, and nothing is lost', async () => {
    world = await startWorld({ store: 'sqlite', env: { FORMWORK_DATA_DIR: data() } });
    const draft = await world.newDraft();
    await world.server.stop();
    remount('ro');
    await expect(world.server.start()).rejects.toThrow(/The service cannot start: .*read-only/);
    remount('rw');
    await world.server.start();
    expectStatus(await world.save(draft, { dangers: 'It can be written to again' }), 200);
  });

  test('without room at the start: the server says why it cannot start', async () => {
    world = await startWorld({ store: 'sqlite' });
    mkdirSync(data());
    fill();
    const second = await serverProcess({ env: { ...world.home.env, FORMWORK_DATA_DIR: data() } });
    await expect(second.start()).rejects.toThrow(/The service cannot start: .*(disk|ENOSPC)/);
  });
});
