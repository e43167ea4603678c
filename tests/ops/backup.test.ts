/** A portal that people work in is backed up, put back elsewhere, and goes on from there; what was changed behind its back is found. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onBothStores } from '../support/servers/both-stores.ts';
import { backup } from '../../scripts/ops/backup.ts';
import { isObject, stableJson } from '../../engine/json.ts';
import { linesOf, readPart, type Manifest } from '../../scripts/ops/manifest.ts';
import { readPackage } from '../../scripts/ops/package.ts';
import { checkBackup, restore } from '../../scripts/ops/restore.ts';
import { verifiedWords, verify } from '../../scripts/ops/verify.ts';
import { nameOfPlace, placeOf } from '../../server/platform/audit/links.ts';
import { listOf } from '../../server/platform/storage/every.ts';
import type { Storage } from '../../server/platform/storage/open.ts';
import { openStorage } from '../../server/platform/storage/open.ts';
import { begin, beginComplete, completeAnswers, expectStatus, startAngling, upload } from '../support/angling.ts';
import type { Begun } from '../support/angling.ts';
import { createClient, type Client } from '../support/client.ts';
import { pdf } from '../support/files.ts';
import type { SignedIn, TestPortal } from '../support/portal.ts';
import type { DocumentStore } from '../../server/platform/storage/store.ts';

const byId = { filter: {}, sort: { path: '_id', direction: 'asc' } } as const;

/** Every record, whatever the order of its keys: stores differ in that. */
const recordsIn = async (path: string, { documents }: Manifest): Promise<string[]> => {
  const from = await readPackage(path);
  const rows: string[] = [];
  for (const part of documents)
    for (const row of linesOf(await readPart(from, part)))
      if (isObject(row)) rows.push(`${part.collection} ${stableJson(row)}`);
  await from.close();
  return rows;
};

/** Somebody who was signed in before the backup, signed in again in the portal that came of it. */
const againIn = async (portal: TestPortal, { account }: SignedIn): Promise<Client> => {
  const { token } = await portal.services.sessions.begin(account);
  return createClient(portal.url, `session=${token}`);
};

const submitted = async (person: SignedIn): Promise<Begun> => {
  const { id, revision } = await beginComplete(person);
  const file = expectStatus(await upload(person, id, 'letter.pdf', pdf), 201);
  const rows = [{ file: { ...file, scan: undefined }, kind: 'letter' }];
  const saved = expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set: { documents: rows } }), 200);
  expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision: Number(saved['revision']) }), 201);
  return { id, revision: Number(saved['revision']) };
};

/** Begins, saves, uploads and submits until it is told to stop. */
const busy = async (person: SignedIn, goesOn: () => boolean, done: Begun[]): Promise<void> => {
  while (goesOn()) done.push(await submitted(person));
};

const suite = (name: string, url: () => string): void => {
  describe(`on ${name}`, () => {
    let folder: string;
    let portal: TestPortal;
    let storage: Storage;
    const closing: (() => Promise<void>)[] = [];

    /** As `npm run ops` does it: with a store of its own beside that of the service. */
    const storageOf = async (dataDir: string, mongodbUrl: string): Promise<Storage> => {
      const opened = await openStorage(
        { dataDir, mongodbUrl, mongodbUrlFile: '', keysFile: portal.services.config.keysFile, keysCommand: [] },
        portal.clock,
      );
      closing.push(async () => {
        await opened.closeBlobs();
        await opened.store.close();
      });
      return opened;
    };
    const partsOf = (opened: Storage) => {
      const { clock, config } = portal.services;
      return { ...opened, clock, config };
    };
    const empty = async (mongodbUrl = url()) => {
      const place = { dataDir: join(folder, `data-${closing.length}`), mongodbUrl };
      return { ...place, storage: await storageOf(place.dataDir, place.mongodbUrl) };
    };

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'formwork-ops-'));
      portal = await startAngling({ dataDir: join(folder, 'data'), config: { mongodbUrl: url() } });
      const { dataDir, mongodbUrl } = portal.services.config;
      storage = await storageOf(dataDir, mongodbUrl);
    });
    afterAll(async () => {
      for (const close of closing) await close();
      await portal.stop();
      await rm(folder, { recursive: true, force: true });
    });

    test('taken while people work, it comes back whole elsewhere, and they go on from there', async () => {
      const [filling, ...people] = await Promise.all([1, 2, 3, 4].map(() => portal.signedIn()));
      if (filling === undefined) throw new Error('Nobody is signed in');
      const open = await begin(filling, { ...completeAnswers, dangers: 'Swans' });
      const before = await Promise.all(people.map(submitted));
      let working = true;
      const during: Begun[] = [];
      const work = Promise.all(people.map((person) => busy(person, () => working, during)));
      await expect.poll(() => during.length, { timeout: 30_000 }).toBeGreaterThan(0);
      const out = join(folder, 'under-load.tar');
      const manifest = await backup(partsOf(storage), out);
      working = false;
      await work;
      expect(manifest.missing).toEqual([]);
      expect(existsSync(`${out}.part`)).toBe(false);

      const place = await empty();
      await restore(partsOf(place.storage), out);
      const found = await verify(partsOf(place.storage));
      expect(verifiedWords(found)).toContain('All is as it was written.');
      expect(found.submissions).toBeGreaterThanOrEqual(before.length);
      await expect(restore(partsOf(place.storage), out)).rejects.toThrow('not empty');

      const other = await startAngling({ dataDir: place.dataDir, config: { mongodbUrl: place.mongodbUrl } });
      try {
        await other.services.relay.run();
        const drafts = await listOf(other.store, 'drafts', byId);
        const made = new Set((await listOf(other.store, 'submissions', byId)).map(({ _id }) => _id));
        // A draft is open, or submitted and stands as a submission; nothing in between.
        for (const { _id, status } of drafts) expect(made.has(_id)).toBe(status === 'submitted');
        for (const { id } of before) expect(made).toContain(id);

        const client = await againIn(other, filling);
        const set = { dangers: 'Swans and a heron' };
        const saved = expectStatus(await client.patch(`/api/drafts/${open.id}`, { revision: open.revision, set }), 200);
        const revision = Number(saved['revision']);
        expectStatus(await client.post(`/api/drafts/${open.id}/submit`, { revision }), 201);
        const [person] = people;
        const [first] = before;
        if (person === undefined || first === undefined) throw new Error('Nobody submitted');
        const again = await againIn(other, person);
        const read = await other.store.get('submissions', first.id);
        const attachment = read?.attachments[0]?.id ?? '';
        const letter = await again.get(`/api/submissions/${first.id}/attachments/${attachment}`);
        expect([letter.status, letter.bytes.equals(Buffer.from(pdf))]).toEqual([200, true]);
        const there = { ...partsOf(place.storage), config: other.services.config };
        expect((await verify(there)).faults).toEqual([]);
      } finally {
        await other.stop();
      }
    });

    test('a form that is submitted between the copy of its draft and of the submissions is submitted after it', async () => {
      const person = await portal.signedIn();
      const { id, revision } = await beginComplete(person);
      let late = false;
      const store: DocumentStore = {
        ...storage.raw.store,
        find: async (collection, query) => {
          if (collection === 'submissions' && !late) {
            late = true;
            expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision }), 201);
            await portal.services.relay.run();
          }
          return storage.raw.store.find(collection, query);
        },
      };
      const out = join(folder, 'between');
      await backup(partsOf({ ...storage, raw: { ...storage.raw, store } }), out);
      const place = await empty();
      const { behind } = await restore(partsOf(place.storage), out);
      expect(behind).toEqual([]);
      const draft = await place.storage.store.get('drafts', id);
      expect(draft).toMatchObject({ status: 'submitted', answers: {} });
      expect(await place.storage.store.get('submissions', id)).toMatchObject({ answers: completeAnswers });
    });

    test('what is moved to the embedded store and back is what it was', async () => {
      const [first, second, third] = [join(folder, 'there.tar'), join(folder, 'back'), join(folder, 'last.tar')];
      const [there, back] = [await empty(''), await empty()];
      const manifest = await backup(partsOf(storage), first);
      await restore(partsOf(there.storage), first);
      const again = await backup(partsOf(there.storage), second);
      await restore(partsOf(back.storage), second);
      const last = await backup(partsOf(back.storage), third);
      expect(manifest.blobs).toBeGreaterThan(0);
      const wanted = await recordsIn(first, manifest);
      expect(wanted.length).toBeGreaterThan(20);
      expect(await recordsIn(second, again)).toEqual(wanted);
      expect(await recordsIn(third, last)).toEqual(wanted);
      expect([again.blobs, last.blobs]).toEqual([manifest.blobs, manifest.blobs]);
    });

    test('a damaged or unfinished backup puts nothing back', async () => {
      const out = join(folder, 'damaged');
      const { documents } = await backup(partsOf(storage), out);
      const part = documents.find(({ collection }) => collection === 'accounts');
      if (part === undefined) throw new Error('The backup has no accounts');
      const bytes = await readFile(join(out, part.name));
      bytes[20] = (bytes[20] ?? 0) ^ 1;
      await writeFile(join(out, part.name), bytes);
      await expect(checkBackup(out)).rejects.toThrow(`The part ${part.name} of the backup is damaged`);
      const place = await empty();
      await expect(restore(partsOf(place.storage), out)).rejects.toThrow('damaged');
      expect(await place.storage.store.count('accounts', {})).toBe(0);
      await rm(join(out, 'manifest.json'));
      await expect(restore(partsOf(place.storage), out)).rejects.toThrow('no finished backup');
      await expect(backup(partsOf(storage), out)).rejects.toThrow('is there already');
    });

    test('one other byte in a document, an answer or the audit trail is found, and so is what hangs', async () => {
      const person = await portal.signedIn();
      const { id } = await submitted(person);
      const { store, blobs } = storage;
      const own = { draft: { eq: id } };
      const attachment = await store.findOne('attachments', own);
      if (attachment === undefined) throw new Error('Nothing is attached');
      await portal.services.relay.run();
      expect((await verify(partsOf(storage))).faults).toEqual([]);

      const bytes = await buffer(await blobs.open(attachment.blob));
      bytes[3] = (bytes[3] ?? 0) ^ 1;
      await blobs.delete(attachment.blob);
      await (await blobs.receive(Readable.from([bytes]), { maxBytes: bytes.length })).keep(attachment.blob);
      expect((await verify(partsOf(storage))).faults).toMatchObject([{ kind: 'attachment', id: attachment._id }]);

      await store.patch('submissions', { _id: { eq: id } }, { set: { 'answers.dangers': 'A dog that biter' } });
      const both = [
        { kind: 'submission', id },
        { kind: 'attachment', id: attachment._id },
      ];
      expect((await verify(partsOf(storage))).faults).toMatchObject(both);

      const read = await person.get(`/api/submissions/${id}/pdf`);
      expect(read.status).toBe(200);
      const [entry] = await listOf(store, 'audit', byId);
      if (entry === undefined) throw new Error('Nothing is in the audit trail');
      await store.patch('audit', { _id: { eq: entry._id } }, { set: { actor: 'somebodyelse' } });
      const three = [...both, { kind: 'audit', id: nameOfPlace(placeOf(entry)) }];
      expect((await verify(partsOf(storage))).faults).toMatchObject(three);

      // What hangs is what no relay sees to.
      await portal.services.relay.stop();
      const due = new Date(portal.clock.now().getTime() - 2 * 60 * 60_000).toISOString();
      await store.patch('accounts', { _id: { eq: person.account._id } }, { set: { effectsDue: due } });
      const four = [...three, { kind: 'effects', id: `accounts ${person.account._id}` }];
      expect((await verify(partsOf(storage))).faults).toMatchObject(four);
    });
  });
};

onBothStores(suite);
