import { expect, test } from 'vitest';
import { answerOf } from '../../api/answer.ts';
import { isObject, type JsonObject } from '../../../engine/json.ts';
import type { DraftPatch, Saved } from '../../../wire/form.ts';
import { PAUSE_MS } from './autosave.ts';
import { withChanges } from './changes.ts';
import type { UnsentChanges, UnsentStore } from './unsent-store.ts';
import { startSaving, type SaveResult, type StoredDraft } from './run.ts';

/** A server that keeps one draft, a device, and a clock that moves when it is told. */
const world = (answers: JsonObject, held?: UnsentChanges) => {
  const server: StoredDraft = {
    revision: 1,
    savedAt: '2026-11-24T14:00:00Z',
    expiresAt: '2026-12-24T14:00:00Z',
    answers,
    pages: {},
    lastPage: 'one',
  };
  const patches: DraftPatch[] = [];
  /** What the server was keeping back until what is saved next asks for it. */
  const kept: { answers?: NonNullable<Saved['answers']> } = {};
  const device: { held: UnsentChanges | undefined; refuses: boolean } = { held, refuses: false };
  const timers: { at: number; run: () => void }[] = [];
  const net: { answer: 'yes' | 'offline' | 'signedOut' | 'lost reply'; gate: Promise<void> | undefined } = {
    answer: 'yes',
    gate: undefined,
  };
  let now = 0;
  const typed: JsonObject[] = [];

  const save = async (patch: DraftPatch): Promise<SaveResult> => {
    await net.gate;
    if (net.answer === 'offline' || net.answer === 'signedOut') return { failed: net.answer };
    if (patch.revision !== server.revision) return { failed: 'conflict' };
    patches.push(patch);
    const { set, unset = [] } = patch;
    server.answers = withChanges(server.answers, { set: isObject(set) ? set : {}, unset });
    server.revision += 1;
    server.savedAt = new Date(now).toISOString();
    if (net.answer === 'lost reply') return { failed: 'offline' };
    const { revision, savedAt, expiresAt } = server;
    const { answers: shown } = kept;
    return { saved: { revision, savedAt, expiresAt, ...(shown === undefined ? {} : { answers: shown }) } };
  };
  const heldStore: UnsentStore = {
    keep: (words) => {
      if (device.refuses) return Promise.reject(new Error('No room'));
      device.held = words;
      return Promise.resolve();
    },
    read: () => Promise.resolve(device.held),
    release: () => {
      device.held = undefined;
      return Promise.resolve();
    },
  };
  const saving = startSaving({
    draft: structuredClone(server),
    held,
    transport: { save, read: () => Promise.resolve({ draft: structuredClone(server) }) },
    heldStore,
    clock: {
      now: () => new Date(now),
      after: (ms, run) => {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => timers.splice(timers.indexOf(timer), 1);
      },
    },
    onAnswers: (next) => typed.push(next),
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    saving,
    server,
    patches,
    kept,
    device,
    net,
    typed,
    settled,
    type: (next: JsonObject) => saving.change({ ...saving.state().current, answers: next }),
    pass: async (ms: number) => {
      now += ms;
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.run();
      }
      await settled();
    },
  };
};

test('only the changed answers go, once, after a second without a change', async () => {
  const { type, pass, patches, saving } = world({ name: 'Ada', town: 'Hull' });
  type({ name: 'Ada B', town: 'Hull' });
  await pass(PAUSE_MS - 1);
  expect(patches).toEqual([]);
  await pass(1);
  expect(patches).toEqual([{ revision: 1, set: { name: 'Ada B' } }]);
  await pass(60_000);
  expect(patches).toHaveLength(1);
  expect(saving.state().phase).toBe('saved');
});

test('what is typed while a save is on its way goes next, never at the same time', async () => {
  const { type, pass, patches, net, saving, settled } = world({});
  let open = (): void => undefined;
  net.gate = new Promise((resolve) => (open = resolve));
  type({ a: 1 });
  await pass(PAUSE_MS);
  type({ a: 1, b: 2 });
  await pass(PAUSE_MS);
  expect(saving.state().phase).toBe('sending');
  open();
  await settled();
  await pass(PAUSE_MS);
  expect(patches).toEqual([
    { revision: 1, set: { a: 1 } },
    { revision: 2, set: { b: 2 } },
  ]);
});

test('an answer that comes to be asked by a save stands on the page, unless something was typed there meanwhile', async () => {
  const { type, pass, kept, typed, saving, net, settled, patches } = world({});
  kept.answers = await answerOf(Response.json({ earlier: 'Theirs', later: 'Theirs too' }));
  let open = (): void => undefined;
  net.gate = new Promise((resolve) => (open = resolve));
  type({ more: true });
  await pass(PAUSE_MS);
  type({ more: true, later: 'Mine' });
  open();
  await settled();
  expect(typed).toEqual([{ more: true, later: 'Mine', earlier: 'Theirs' }]);
  expect(saving.state().stored.answers).toEqual({ more: true, earlier: 'Theirs', later: 'Theirs too' });
  delete kept.answers;
  await pass(PAUSE_MS);
  expect(patches.at(-1)?.set).toEqual({ later: 'Mine' });
});

test('offline, words stay on the device; back online they go and the device forgets them', async () => {
  const { type, pass, net, device, server, saving } = world({});
  net.answer = 'offline';
  type({ a: 'typed in a tunnel' });
  await pass(PAUSE_MS);
  expect(saving.state().phase).toBe('offline');
  expect(device.held?.changes.set).toEqual({ a: 'typed in a tunnel' });
  net.answer = 'yes';
  await pass(2000);
  expect(server.answers).toEqual({ a: 'typed in a tunnel' });
  expect(device.held).toBeUndefined();
});

test('who goes on typing after a save whose reply was lost is not asked about their own words', async () => {
  const { type, pass, net, server, saving } = world({ a: 'old', b: 'old' });
  net.answer = 'lost reply';
  type({ a: 'first', b: 'old' });
  await pass(PAUSE_MS);
  expect(server.answers).toEqual({ a: 'first', b: 'old' });
  server.answers = { ...server.answers, b: 'theirs' };
  server.revision += 1;
  type({ a: 'second', b: 'old' });
  net.answer = 'yes';
  await pass(2000);
  await pass(2000);
  expect(saving.conflict()).toBeUndefined();
  expect(saving.state().phase).toBe('saved');
  expect(server.answers).toEqual({ a: 'second', b: 'theirs' });
});

test.each([1, 30])('nor is whoever types on (%i times) while the server is away for long after it', async (times) => {
  const { type, pass, net, server, saving } = world({ name: 'Ada' });
  net.answer = 'lost reply';
  type({ name: 'Ada B' });
  await pass(PAUSE_MS);
  net.answer = 'offline';
  for (let tries = 1; tries <= 30; tries += 1) {
    if (tries <= times) type({ name: `Ada B ${'x'.repeat(tries)}` });
    await pass(60_000);
  }
  net.answer = 'yes';
  await pass(60_000);
  expect(saving.conflict()).toBeUndefined();
  expect([saving.state().phase, server.answers]).toEqual(['saved', { name: `Ada B ${'x'.repeat(times)}` }]);
});

test('a crash loses nothing: held words are merged into the draft and sent on the next visit', async () => {
  const held: UnsentChanges = {
    base: { a: 'old' },
    changes: { set: { a: 'mine' }, unset: [] },
    pages: { one: 'visited' },
    lastPage: 'two',
    at: '2026-11-24T13:00:00Z',
  };
  const { typed, patches, settled, device } = world({ a: 'old', b: 'theirs' }, held);
  await settled();
  expect(typed).toEqual([{ a: 'mine', b: 'theirs' }]);
  expect(patches).toEqual([{ revision: 1, set: { a: 'mine' }, pages: { one: 'visited' }, lastPage: 'two' }]);
  expect(device.held).toBeUndefined();
});

test('a save whose reply was lost is not asked about', async () => {
  const { type, pass, net, saving, server } = world({});
  net.answer = 'lost reply';
  type({ a: 1 });
  await pass(PAUSE_MS);
  net.answer = 'yes';
  await pass(2000);
  expect(saving.conflict()).toBeUndefined();
  expect(saving.state().phase).toBe('saved');
  expect(server.answers).toEqual({ a: 1 });
});

test('two tabs: undisputed changes of both stand; for a disputed question nothing is sent before the person chose', async () => {
  const { type, pass, server, saving, settled, typed } = world({ a: 'old', b: 'old' });
  server.answers = { a: 'theirs', b: 'old', c: 'theirs' };
  server.revision = 5;
  type({ a: 'mine', b: 'mine' });
  await pass(PAUSE_MS);
  expect(saving.state().phase).toBe('conflict');
  expect(saving.conflict()?.conflicts).toEqual([{ key: 'a', mine: 'mine', theirs: 'theirs' }]);
  expect(server.answers['a']).toBe('theirs');
  saving.resolve(new Set(['a']));
  await settled();
  expect(server.answers).toEqual({ a: 'mine', b: 'mine', c: 'theirs' });
  expect(typed.at(-1)).toEqual({ a: 'mine', b: 'mine', c: 'theirs' });
});

test('a session that ended keeps the words on the device until somebody signs in again', async () => {
  const { type, pass, net, saving, device, server, settled } = world({});
  net.answer = 'signedOut';
  type({ a: 1 });
  await pass(PAUSE_MS);
  await pass(600_000);
  expect(saving.state().phase).toBe('signedOut');
  expect(device.held?.changes.set).toEqual({ a: 1 });
  net.answer = 'yes';
  saving.resume();
  await settled();
  expect(server.answers).toEqual({ a: 1 });
});

test('flush waits for what is in flight and for what was typed meanwhile', async () => {
  const { type, pass, net, saving, server } = world({});
  let open = (): void => undefined;
  net.gate = new Promise((resolve) => (open = resolve));
  type({ a: 1 });
  await pass(PAUSE_MS);
  type({ a: 2 });
  const flushed = saving.flush();
  open();
  expect(await flushed).toBe(true);
  expect(server.answers).toEqual({ a: 2 });
});

test('flush says no when the server is out of reach', async () => {
  const { type, net, saving } = world({});
  net.answer = 'offline';
  type({ a: 1 });
  expect(await saving.flush()).toBe(false);
});

test('a device that cannot keep words stops nobody from typing, and it is told', async () => {
  const { type, pass, device, net, saving, server } = world({});
  device.refuses = true;
  net.answer = 'offline';
  type({ a: 1 });
  await pass(PAUSE_MS);
  expect(saving.state().phase).toBe('offline');
  expect(saving.keptOnDevice()).toBe(false);
  net.answer = 'yes';
  saving.resume();
  await pass(0);
  expect(server.answers).toEqual({ a: 1 });
});
