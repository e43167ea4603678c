import { expect, test } from 'vitest';
import { carriedAnswers, prefill, withLocked } from './drafts-prefill.ts';
import type { FormManifest, Prefill } from '../../engine/index.ts';

const manifest = (rows: Prefill[]): FormManifest => ({
  id: 'pets',
  version: '1.0.0',
  title: 'title',
  summary: 'summary',
  kind: 'application',
  group: 'group',
  audience: ['parent'],
  subject: { firstName: '/firstName', lastName: '/lastName' },
  prefill: rows,
  routing: { team: 'pets' },
  retention: { draftDays: 30, submittedDays: 30, retractedDays: 30 },
  confirm: { button: 'b', question: 'q' },
  pdf: { title: 't', header: 'h', classification: 'c', omitEmpty: true, cover: [] },
  mail: {},
});
const known = {
  'user.name': { value: 'Ada', from: 'your account' },
  today: { value: '2026-11-24', from: 'today’s date' },
};

test('fills what is empty, says from where, and never writes over what was carried along', () => {
  const rows = [
    { to: '/name', from: 'user.name', locked: false },
    { to: '/signed/on', from: 'today', locked: false },
    { to: '/phone', from: 'user.phone', locked: false },
  ];
  const result = prefill(manifest(rows), { name: 'Grace' }, known);
  expect(result.answers).toEqual({ name: 'Grace', signed: { on: '2026-11-24' } });
  expect(result.prefilled).toEqual({ '/signed/on': 'today’s date' });
});

test('a locked answer wins over what was carried along and over what is sent later', () => {
  const result = prefill(manifest([{ to: '/name', from: 'user.name', locked: true }]), { name: 'Grace' }, known);
  expect(result.answers).toEqual({ name: 'Ada' });
  expect(withLocked({ name: 'Mallory', pet: 'cat' }, result.locked)).toEqual({ name: 'Ada', pet: 'cat' });
});

test('only answers that the form asks for are carried along', () => {
  const schema = { properties: { name: {} } };
  expect(carriedAnswers(schema, { name: 'Ada', secret: 1, constructor: 'x', toString: 'y' })).toEqual({ name: 'Ada' });
});
