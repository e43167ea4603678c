import { expect, test } from 'vitest';
import { compile, type CompiledForm, type FormManifest, type Prefill } from '../../../engine/index.ts';
import { carriedAnswers, lockedCells, prefill, withDetails, withLocked } from './prefill.ts';

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

const kept: CompiledForm = compile(
  {
    manifest: manifest([]),
    schema: {
      type: 'object',
      properties: {
        goals: {
          type: 'array',
          items: {
            type: 'object',
            properties: { number: { type: 'string' }, goal: { type: 'string' }, met: { type: 'boolean' } },
          },
        },
      },
    },
    ui: {
      type: 'Categorization',
      elements: [
        {
          type: 'Category',
          i18n: 'page.goals',
          elements: [
            {
              type: 'Control',
              scope: '#/properties/goals',
              options: {
                detail: {
                  type: 'VerticalLayout',
                  elements: ['number', 'goal', 'met'].map((key) => ({
                    type: 'Control',
                    scope: `#/properties/${key}`,
                    options: { lockedWhenPrefilled: key !== 'met' },
                  })),
                },
              },
            },
          ],
        },
      ],
    },
    checks: { facts: {}, checks: [] },
    texts: { en: {} },
    hash: '',
  },
  () => undefined,
);
const goals = [
  { number: '1', goal: 'Swim' },
  { goal: 'Read', met: false },
];

test('of rows that were filled in, the cells of locked columns are locked, and no others', () => {
  expect(lockedCells(kept, { goals }, ['/goals'])).toEqual([
    { to: '/goals/0/number', value: '1' },
    { to: '/goals/0/goal', value: 'Swim' },
    { to: '/goals/1/goal', value: 'Read' },
  ]);
  expect(lockedCells(kept, { goals }, [])).toEqual([]);
});

test('locked cells stay whatever was sent: changed, taken away or with rows added', () => {
  const locked = lockedCells(kept, { goals }, ['/goals']);
  const sent = { goals: [{ number: '9', goal: 'Swim', met: true }, { goal: 'Read' }, { goal: 'Own' }] };
  expect(withLocked(sent, locked)).toEqual({
    goals: [{ number: '1', goal: 'Swim', met: true }, { goal: 'Read' }, { goal: 'Own' }],
  });
  const back = { goals: [{ number: '1', goal: 'Swim' }, { goal: 'Read' }] };
  for (const gone of [{}, { goals: [] }, { goals: null }, { goals: [{}] }, { goals: 'none' }])
    expect(withLocked(gone, locked)).toEqual(back);
});

const shop = compile(
  {
    manifest: manifest([]),
    schema: {
      type: 'object',
      properties: {
        shop: { type: 'string' },
        phone: { type: 'string' },
        address: { type: 'object', properties: { street: { type: 'string' } } },
      },
    },
    ui: {
      type: 'Categorization',
      elements: [
        {
          type: 'Category',
          i18n: 'page.one',
          elements: [
            {
              type: 'Control',
              scope: '#/properties/shop',
              options: { suggest: { register: 'shops', fills: { '/phone': 'phone', '/address': 'address' } } },
            },
            { type: 'Control', scope: '#/properties/phone' },
            { type: 'Control', scope: '#/properties/address' },
          ],
        },
      ],
    },
    texts: {},
    checks: { facts: {}, checks: [] },
    hash: 'shop',
  },
  () => undefined,
);
const perch = { values: { name: 'The Perch', phone: '01632 960001', address: { street: 'Mill Lane' } } };
const account = { '/shop': 'your account' };

test('what the portal filled in by its name comes with what is known of it, where nothing stands', () => {
  const filled = { answers: { shop: 'The Perch', phone: '07700 900001' }, prefilled: account, locked: [] };
  const result = withDetails(shop, filled, (register, name) =>
    register === 'shops' && name === 'The Perch' ? [perch] : [],
  );
  expect(result.answers).toEqual({ shop: 'The Perch', phone: '07700 900001', address: { street: 'Mill Lane' } });
  expect(result.prefilled).toEqual({ ...account, '/address': 'the council’s list' });
});

test('of two that are called the same, and of a name that somebody brought along, nothing is filled in', () => {
  const filled = { answers: { shop: 'The Perch' }, prefilled: account, locked: [] };
  expect(withDetails(shop, filled, () => [perch, perch])).toEqual(filled);
  const carried = { ...filled, prefilled: {} };
  expect(withDetails(shop, carried, () => [perch])).toEqual(carried);
});
