import { expect, test } from 'vitest';
import type { FormDefinition } from '../../../engine/index.ts';
import { decide, newestOf } from './decide.ts';
import type { ParsedFormVersion } from './decide.ts';

const definition = (hash: string): FormDefinition => ({
  hash,
  schema: {},
  ui: { type: 'Categorization' },
  checks: { facts: {}, checks: [] },
  texts: {},
  manifest: {
    id: 'pets',
    version: '1.0.0',
    title: 'title',
    summary: 'summary',
    kind: 'application',
    group: 'group',
    audience: ['parent'],
    subject: { firstName: '/firstName', lastName: '/lastName' },
    prefill: [],
    routing: { team: 'pets' },
    retention: { draftDays: 30, submittedDays: 30, retractedDays: 30 },
    confirm: { button: 'b', question: 'q' },
    pdf: { title: 't', header: 'h', classification: 'c', omitEmpty: true, cover: [] },
    mail: {},
  },
});
const folder = (version: string, hash: string): ParsedFormVersion => ({
  form: 'pets',
  version,
  definition: definition(hash),
});
const kept = (version: string, hash: string) => ({ form: 'pets', version, hash, published: true });

test('a published version is served and kept once', () => {
  const first = decide([folder('1.0.0', 'aa')], { pets: { '1.0.0': 'aa' } }, [], false);
  expect(first.toKeep.map(({ hash }) => hash)).toEqual(['aa']);
  expect(first.served.map(({ hash }) => hash)).toEqual(['aa']);
  const second = decide([folder('1.0.0', 'aa')], { pets: { '1.0.0': 'aa' } }, [kept('1.0.0', 'aa')], false);
  expect(second.toKeep).toEqual([]);
  expect(second.served.map(({ hash, from }) => [hash, from])).toEqual([['aa', 'store']]);
});

test('a folder that was changed after publication is refused by name; what was published is served on', () => {
  const decision = decide([folder('1.0.0', 'changed')], {}, [kept('1.0.0', 'aa')], true);
  expect(decision.refused).toMatchObject([{ form: 'pets', version: '1.0.0' }]);
  expect(decision.served.map(({ hash }) => hash)).toEqual(['aa']);
  const byLock = decide([folder('1.0.0', 'changed')], { pets: { '1.0.0': 'aa' } }, [], true);
  expect(byLock.refused).toHaveLength(1);
  expect(byLock.served).toEqual([]);
});

test('a broken folder harms nothing but itself', () => {
  const decision = decide(
    [{ form: 'broken', version: '1.0.0', problem: 'ui.json:3: …' }, folder('1.0.0', 'aa')],
    {},
    [],
    true,
  );
  expect(decision.refused).toEqual([{ form: 'broken', version: '1.0.0', reason: 'ui.json:3: …' }]);
  expect(decision.served).toHaveLength(1);
});

test('an unpublished version is served only where that is wanted, and never kept as published', () => {
  expect(decide([folder('1.0.0', 'aa')], {}, [], false).served).toEqual([]);
  const open = decide([folder('1.0.0', 'aa')], {}, [], true);
  expect(open.served).toMatchObject([{ hash: 'aa', published: false }]);
  expect(open.toKeep).toEqual([]);
});

test('a published version whose folder is gone is served from the store', () => {
  expect(decide([], {}, [kept('1.0.0', 'aa')], false).served).toMatchObject([{ hash: 'aa', from: 'store' }]);
});

test('the newest version wins by number, not by spelling', () => {
  const { served } = decide([], {}, [kept('1.9.0', 'old'), kept('1.10.0', 'new')], false);
  expect(newestOf(served).get('pets')?.hash).toBe('new');
});
