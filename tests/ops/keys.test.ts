/** What people write cannot be found in the files of a portal with keys, and keys are changed while they write on. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isObject, type JsonObject, textOf } from '../../engine/json.ts';
import { backup } from '../../scripts/ops/backup.ts';
import { restore } from '../../scripts/ops/restore.ts';
import { rotatedWords, rotateKeys, type Rotated } from '../../scripts/ops/rotate-keys.ts';
import { verify } from '../../scripts/ops/verify.ts';
import type { Config } from '../../server/core/config.ts';
import { every, listOf } from '../../server/platform/storage/every.ts';
import { collections } from '../../server/platform/storage/collections.ts';
import { openStorage, type Storage } from '../../server/platform/storage/open.ts';
import { sealedPathsOf, mapped } from '../../server/platform/storage/sealed/sealed-paths.ts';
import { isSealed } from '../../server/platform/storage/sealed/seal.ts';
import { begin, completeAnswers, expectStatus, startAngling, upload } from '../support/angling.ts';
import { createClient, type Client } from '../support/client.ts';
import { pdf } from '../support/files.ts';
import type { TestPortal } from '../support/portal.ts';
import { writeKeys } from '../support/servers/seal-keys.ts';
import { like } from '../support/like.ts';

const byId = { filter: {}, sort: { path: '_id', direction: 'asc' } } as const;

let folder: string;
let keysFile: string;
let closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formwork-keys-'));
  keysFile = join(folder, 'keys');
});
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
  closing = [];
  await rm(folder, { recursive: true, force: true });
});

const start = async (config: Partial<Config> = {}): Promise<TestPortal> => {
  const portal = await startAngling({ dataDir: join(folder, 'data'), config: { keysFile, ...config } });
  closing.push(portal.stop);
  return portal;
};

/** As `npm run ops` has it: beside the servers. */
const beside = async ({ services }: TestPortal, dataDir = services.config.dataDir): Promise<Storage> => {
  const storage = await openStorage({ ...services.config, dataDir, keysFile }, services.clock);
  closing.push(async () => {
    await storage.closeBlobs();
    await storage.store.close();
  });
  return storage;
};

const words = {
  dangers: 'A dog called Marmalade bites',
  boatName: 'The Saucy Partridge',
  file: 'Letter of Doctor Wimpole',
  page: 'Diagnosis confidential',
  message: 'When will somebody ring us',
  response: 'We have agreed to everything',
};
const born = '2015-04-03';

/** Fills in a form with a document, submits it, writes about it and is answered. */
const wholeWay = async (portal: TestPortal): Promise<string> => {
  const person = await portal.signedIn();
  const officer = await portal.signedIn({ role: 'officer', teams: ['upper-river'] });
  const draft = await begin(person, completeAnswers);
  const { dangers, boatName } = words;
  const letter = Uint8Array.from(Buffer.concat([pdf, Buffer.from(`%${words.page}\n`.repeat(5000))]));
  const file = expectStatus(await upload(person, draft.id, `${words.file}.pdf`, letter), 201);
  const documents = [{ file: { ...file, scan: undefined }, kind: 'letter' }];
  const change = { revision: draft.revision, set: { dangers, boatName, documents } };
  const saved = expectStatus(await person.patch(`/api/drafts/${draft.id}`, change), 200);
  const submitted = await person.post(`/api/drafts/${draft.id}/submit`, { revision: Number(saved['revision']) });
  expectStatus(submitted, 201);
  expectStatus(await person.post(`/api/threads/submission/${draft.id}`, { text: words.message }), 201);
  expectStatus(await officer.post(`/api/submissions/${draft.id}/response`, { text: words.response }), 200);
  await begin(person, { ...completeAnswers, dangers, boatName });
  await portal.services.relay.run();
  const read = expectStatus(await officer.get(`/api/submissions/${draft.id}`), 200);
  expect(JSON.stringify(read)).toContain(dangers);
  return draft.id;
};

const foundIn = async (path: string): Promise<string[]> => {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(2);
  const found = new Set<string>();
  for (const { name, parentPath } of files) {
    const bytes = await readFile(join(parentPath, name));
    for (const word of [...Object.values(words), born]) if (bytes.includes(word)) found.add(word);
  }
  return [...found].toSorted();
};

describe.skipIf(process.env['FORMWORK_TEST_STORE'] === 'mongodb')('in the files of the embedded store', () => {
  const all = [...Object.values(words), born].toSorted();

  test('nothing that somebody wrote or attached can be found, neither in a backup', async () => {
    writeKeys(keysFile, 'k1');
    const portal = await start();
    await wholeWay(portal);
    expect(await foundIn(portal.services.config.dataDir)).toEqual([]);
    const out = join(folder, 'backup');
    const { keys } = await backup({ ...portal.storage, clock: portal.clock }, out);
    expect(keys).toEqual(['k1']);
    expect(await foundIn(out)).toEqual([]);
  });

  test('all of it can be found without keys, and the service says so', async () => {
    keysFile = '';
    const portal = await start();
    await wholeWay(portal);
    expect(await foundIn(portal.services.config.dataDir)).toEqual(all);
    expect(portal.logs.join('')).toContain('no keys are set');
    expect(JSON.stringify((await portal.client().get('/ready')).body)).toContain('no keys are set');
  });

  test('a backup comes back sealed as it is, and not without its keys', async () => {
    writeKeys(keysFile, 'k1');
    const portal = await start();
    const id = await wholeWay(portal);
    const out = join(folder, 'backup.tar');
    await backup({ ...portal.storage, clock: portal.clock }, out);
    const parts = { clock: portal.clock, config: portal.services.config };
    writeKeys(keysFile, 'k2');
    const without = await beside(portal, join(folder, 'without'));
    await expect(restore({ ...without, ...parts }, out)).rejects.toThrow('cannot be opened without the keys k1');
    expect(await without.store.count('accounts', {})).toBe(0);
    writeKeys(keysFile, 'k2', 'k1');
    const place = await beside(portal, join(folder, 'place'));
    await restore({ ...place, ...parts }, out);
    expect(await place.store.get('submissions', id)).toMatchObject({ answers: { dangers: words.dangers } });
    expect((await verify({ ...place, clock: portal.clock })).faults).toEqual([]);
    const raw = await place.raw.store.get('submissions', id);
    expect(raw).toMatchObject({ answers: ['$sealed', 'k1', like.any(String)] });
  });
});

/** Ids of the keys that all there is lies under; `plain` where something is under none. */
const keysUsed = async ({ raw, seals }: Storage): Promise<string[]> => {
  const used = new Set<string>();
  for (const collection of collections)
    for await (const document of every(raw.store, collection.name, byId))
      mapped(isObject(document) ? document : {}, sealedPathsOf(collection), (value) => {
        used.add(isSealed(value) ? value[1] : 'plain');
        return value;
      });
  for await (const id of raw.blobs.keptBefore(new Date(Date.now() + 60_000)))
    used.add((await seals?.blobs.keyOf(id)) ?? 'plain');
  return [...used].toSorted();
};

describe('a new key', () => {
  /** Saves again and again, each time another answer; gives the last one that was acknowledged. */
  const saving = async (client: Client, draft: { id: string; revision: number }, goesOn: () => boolean) => {
    let { revision } = draft;
    let count = 0;
    while (goesOn()) {
      count += 1;
      const set: JsonObject = { dangers: `Danger number ${count}` };
      const saved = expectStatus(await client.patch(`/api/drafts/${draft.id}`, { revision, set }), 200);
      revision = Number(saved['revision']);
    }
    return { id: draft.id, count, revision };
  };

  const stopLast = async (): Promise<void> => {
    await closing.pop()?.();
  };

  /** Some of it plain, the rest under k1. */
  const withHistory = async (): Promise<TestPortal> => {
    const wanted = keysFile;
    keysFile = '';
    await wholeWay(await start());
    await stopLast();
    keysFile = writeKeys(wanted, 'k1');
    const portal = await start();
    await wholeWay(portal);
    return portal;
  };

  test('takes over everything beside two servers in which people save, and nobody notices', async () => {
    const left = await withHistory();
    const right = await start();
    const storage = await beside(left);
    expect(await keysUsed(storage)).toEqual(['k1', 'plain']);
    const begun = await Promise.all(
      [left, right, left, right].map(async (portal) => {
        const client = await portal.signedIn();
        return { client, draft: await begin(client, completeAnswers) };
      }),
    );
    let working = true;
    const lanes = begun.map(async ({ client, draft }) => ({
      client,
      ...(await saving(client, draft, () => working)),
    }));
    writeKeys(keysFile, 'k2', 'k1');
    const rotated = await rotateKeys(storage);
    working = false;
    const done = await Promise.all(lanes);
    expect(rotated).toMatchObject({ key: 'k2', unused: ['k1'], faults: [] });
    expect(rotatedWords(rotated)).toContain('Nothing in the store is under the key k1 any more.');
    expect(rotated.records).toBeGreaterThan(10);
    expect(rotated.documents).toBeGreaterThan(1);
    expect(await keysUsed(storage)).toEqual(['k2']);
    writeKeys(keysFile, 'k2');
    const later = await start();
    for (const { client, id, count, revision } of done) {
      expect(count).toBeGreaterThan(1);
      const read = await createClient(later.url, client.cookie()).get(`/api/drafts/${id}`);
      expect(expectStatus(read, 200)).toMatchObject({ revision, answers: { dangers: `Danger number ${count}` } });
    }
    expect((await verify({ ...(await beside(later)), clock: later.clock })).faults).toEqual([]);
  });

  test('changes nothing but the form of what is kept', async () => {
    const portal = await withHistory();
    const storage = await beside(portal);
    const read = async (): Promise<unknown[]> => {
      const all: unknown[] = [];
      // Leases are of the moment, and proofs are of the keys themselves.
      for (const { name } of collections.filter((each) => each.name !== 'leases' && each.name !== 'sealKeys'))
        all.push(...(await listOf(storage.store, name, byId)));
      return all;
    };
    const before = await read();
    writeKeys(keysFile, 'k2', 'k1');
    await rotateKeys(storage);
    expect(await read()).toEqual(before);
    expect((await listOf(storage.store, 'sealKeys', byId)).map(({ _id }) => _id)).toEqual(['k2']);
  });

  test('that was broken off goes on where it was', async () => {
    const storage = await beside(await withHistory());
    writeKeys(keysFile, 'k2', 'k1');
    const { store, blobs } = storage.raw;
    let count = 0;
    const breaking: Storage['raw'] = {
      blobs,
      store: {
        ...store,
        rewrite: async (...words) => {
          count += 1;
          if (count > 7) throw new Error('The connection is gone');
          return store.rewrite(...words);
        },
      },
    };
    await expect(rotateKeys({ ...storage, raw: breaking })).rejects.toThrow('The connection is gone');
    expect(await keysUsed(storage)).toEqual(['k1', 'k2', 'plain']);
    const { records } = await rotateKeys(storage);
    expect(await keysUsed(storage)).toEqual(['k2']);
    expect(await rotateKeys(storage)).toMatchObject({ records: 0, documents: 0, unused: ['k1'] });
    expect(records).toBeGreaterThan(0);
  });

  test('is learnt by a server that started before it, from what others wrote', async () => {
    writeKeys(keysFile, 'k1');
    const early = await start();
    const person = await early.signedIn();
    const { id } = await begin(person, completeAnswers);
    writeKeys(keysFile, 'k2', 'k1');
    const late = await start();
    const read = expectStatus(await createClient(late.url, person.cookie()).get(`/api/drafts/${id}`), 200);
    const change = { revision: Number(read['revision']), set: { dangers: words.dangers } };
    expectStatus(await createClient(late.url, person.cookie()).patch(`/api/drafts/${id}`, change), 200);
    expect(expectStatus(await person.get(`/api/drafts/${id}`), 200)).toMatchObject({
      answers: { dangers: words.dangers },
    });
  });

  test('is told of by the command, which says what it did', async () => {
    const portal = await withHistory();
    writeKeys(keysFile, 'k2', 'k1');
    const { dataDir, councilDir, mongodbUrl } = portal.services.config;
    const env = {
      ...process.env,
      FORMWORK_DATA_DIR: dataDir,
      FORMWORK_COUNCIL_DIR: councilDir,
      FORMWORK_SMTP_URL: 'smtp://127.0.0.1:9',
      FORMWORK_KEYS_FILE: keysFile,
      MONGODB_URL: mongodbUrl,
    };
    const run = (...more: string[]) =>
      promisify(execFile)(process.execPath, ['scripts/ops.ts', 'rotate-keys', ...more], { env });
    const told: unknown = JSON.parse((await run('--json')).stdout);
    expect(told).toMatchObject({ key: 'k2', unused: ['k1'], faults: [] });
    expect((await run()).stdout).toContain(
      '0 records and 0 documents were sealed again; everything is under the key k2.',
    );
    await expect(
      promisify(execFile)(process.execPath, ['scripts/ops.ts', 'rotate-keys'], {
        env: { ...env, FORMWORK_KEYS_FILE: '' },
      }),
    ).rejects.toMatchObject({ code: 2, stderr: like.stringContaining('No keys are set') });
  });
});

test('answers in another’s place are given to nobody and named by verify and rotation, which go on', async () => {
  writeKeys(keysFile, 'k1');
  const portal = await start();
  const [person, other] = [await portal.signedIn(), await portal.signedIn()];
  const [mine, theirs] = [await begin(person, completeAnswers), await begin(other, completeAnswers)];
  await upload(person, mine.id, `${words.file}.pdf`, pdf);
  const storage = await beside(portal);
  const { store } = storage.raw;
  const answers = (await store.get('drafts', theirs.id))?.['answers'];
  await store.rewrite('drafts', { _id: mine.id, revision: mine.revision }, { answers: answers ?? {} });
  const answer = await person.get(`/api/drafts/${mine.id}`);
  expect(answer.status).toBe(500);
  const logged = portal.logs.join('');
  expect(logged).toContain(`drafts ${mine.id}: what was sealed with the key k1 cannot be opened`);
  for (const text of [JSON.stringify(answer.body), logged]) expect(text).not.toContain(completeAnswers.dangers);
  const file = await store.findOne('attachments', { draft: { eq: mine.id } });
  const bytes = Buffer.alloc(500, 'Another document');
  const received = await storage.blobs.receive(Readable.from([bytes]), { maxBytes: 500 });
  await received.keep(textOf(file?.['blob']));
  expect((await verify({ ...storage, clock: portal.clock })).faults).toMatchObject([
    { kind: 'attachment', id: file?._id },
    { kind: 'sealed', id: `drafts ${mine.id}` },
  ]);
  writeKeys(keysFile, 'k2', 'k1');
  const rotated: Rotated = await rotateKeys(storage);
  expect(rotated.faults).toEqual([like.stringContaining(`drafts ${mine.id}`)]);
  expect(rotated.unused).toEqual([]);
});

test('the keys of a server stand in log, figures and /ready, and wrong ones keep requests away', async () => {
  writeKeys(keysFile, 'b', 'a');
  const well = await start();
  const ready = ({ client }: TestPortal) => client().get('/ready');
  const figures = async ({ client }: TestPortal) => String((await client().get('/metrics')).body);
  const notReady = (detail: string) => ({
    status: 503,
    body: {
      ready: false,
      findings: like.arrayContaining([{ name: 'keys', ok: false, detail: like.stringContaining(detail) }]),
    },
  });
  expect(await ready(well)).toMatchObject({ status: 200, body: { ready: true, keys: ['b', 'a'] } });
  expect(await figures(well)).toMatch(/formwork_keys\{key="b"\} 1\nformwork_keys\{key="a"\} 0/);
  expect(well.logs.join('')).toContain('"keys":["b","a"],"seals":"b","msg":"keys taken up"');

  // A server beside it, on the same store, with a file of its own.
  keysFile = join(folder, 'keys-of-another');
  await writeFile(keysFile, `b ${randomBytes(32).toString('base64')}\n`);
  const wrong = await start();
  expect(await ready(wrong)).toMatchObject(
    notReady('The key b has other bytes than the one with which the store is sealed'),
  );
  expect(await ready(wrong)).toMatchObject({ body: { keys: [] } });
  expect(await figures(wrong)).toContain('formwork_findings{name="keys"} 3');
  expect(wrong.logs.join('')).toContain('keys are not right');
  expect(await ready(well)).toMatchObject({ status: 200 });
  await expect(start({ keysFile: '' })).rejects.toThrow('No keys are set, and the store is sealed');
  writeKeys(keysFile, 'c');
  expect(await ready(await start())).toMatchObject(notReady('The key b is missing'));
  writeKeys(keysFile, 'c', 'b');
  expect(await ready(await start())).toMatchObject({ status: 200, body: { keys: ['c', 'b'] } });
});
