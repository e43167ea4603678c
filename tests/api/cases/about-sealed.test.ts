/** Whom the events of a case are about, and why it is held, is sealed, and the clocks that run for them are named by no digest that can be guessed. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchKey } from '../../../engine/index.ts';
import { collections } from '../../../server/platform/storage/collections.ts';
import { listOf } from '../../../server/platform/storage/every.ts';
import { expectStatus } from '../../support/angling.ts';
import { testClock, startPortal, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { field, listOf as itemsOf, textField } from '../../support/read.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'formwork-about-'));
let portal: TestPortal;
let officer: SignedIn;
let id: string;
beforeAll(async () => {
  portal = await startPortal({
    dataDir,
    config: { councilDir: 'council', teams: { north: 'north@example.org' } },
    clock: testClock(new Date('2026-03-02T09:00:00Z')),
  });
  officer = await portal.signedIn({ role: 'officer', teams: ['north'] });
  const subject = { firstName: 'Ida', lastName: 'Reed', dateOfBirth: '2017-07-08', identifiers: {} };
  id = textField(expectStatus(await officer.post('/api/cases', { subject, team: 'north' }), 201), 'id');
  for (const about of names)
    expectStatus(await officer.post(`/api/cases/${id}/events`, { name: 'consulted', on: '2026-02-20', about }), 200);
  expectStatus(await officer.put(`/api/cases/${id}/hold`, { reason: `Asked by ${names.join(' and ')}` }), 200);
  await portal.services.relay.run();
});
afterAll(async () => {
  await portal.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const names = ['Zephyrine Quillfeather', 'Ottoline Vanterpool'];
const digestOf = (about: string): string => createHash('sha256').update(searchKey(about)).digest('hex').slice(0, 16);
const telling = names.flatMap((name) => [name, searchKey(name), digestOf(name)]);

const kept = async (): Promise<string> => {
  const all = { filter: {}, sort: { path: '_id', direction: 'asc' } } as const;
  return JSON.stringify(await Promise.all(collections.map(({ name }) => listOf(portal.storage.raw.store, name, all))));
};
const tellingIn = (text: string): string[] => telling.filter((each) => text.includes(each));
const onBoard = async (): Promise<string[]> => {
  const { body } = await officer.get('/api/board?clock=consultation&limit=100');
  return itemsOf(field(body, 'items')).map((row) => textField(field(row, 'clock'), 'about'));
};
const sorted = async (): Promise<string[]> => (await onBoard()).toSorted().reverse();

test('neither the store nor a file of the data folder holds a name, or a digest that everybody can make of it', async () => {
  expect(await sorted()).toEqual(names);
  expect(tellingIn(await kept())).toEqual([]);
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const { parentPath, name } of files)
    expect(tellingIn(`${name} ${readFileSync(join(parentPath, name), 'latin1')}`), name).toEqual([]);
});

test('a case and its clocks as they were kept before are read, and brought over when clocks are counted again', async () => {
  const { store } = portal.storage.raw;
  const found = await portal.store.get('cases', id);
  const clocks = await listOf(store, 'clocks', {
    filter: { case: { eq: id } },
    sort: { path: '_id', direction: 'asc' },
  });
  const mine = clocks.filter(({ clock }) => clock === 'consultation');
  expect(mine).toHaveLength(names.length);
  for (const { _id } of mine) await store.delete('clocks', { _id: { eq: _id } });
  for (const [index, { revision: _, createdAt: _made, updatedAt: _changed, ...clock }] of mine.entries())
    await store.insert('clocks', { ...clock, _id: `${id}.consultation.${digestOf(names[index] ?? '')}` });
  const events = (found?.events ?? []).map((event) => ({ ...event, by: { ...event.by } }));
  const runs = names.map((about) => ({ clock: 'consultation', about, from: 'consulted', stopped: false }));
  await store.update('cases', { _id: { eq: id } }, { set: { events, runs } });
  expect(tellingIn(await kept())).toEqual(names.flatMap((name) => [name, digestOf(name)]));
  expect(await sorted()).toEqual(names);

  await portal.services.cases.recount();
  expect(await sorted()).toEqual(names);
  expect(tellingIn(await kept())).toEqual([]);
});
