import { expect, test } from 'vitest';
import type { UiElement } from '../../../engine/index.ts';
import { createPageFilter } from './page-filter.ts';

const control = (name: string): UiElement => ({ type: 'Control', scope: `#/properties/${name}` });
const ruled: UiElement = {
  ...control('why'),
  rule: { effect: 'SHOW', condition: { type: 'LEAF', scope: '#/properties/again', expectedValue: true } },
};
const page: UiElement = {
  type: 'Category',
  elements: [
    { type: 'Group', i18n: 'one', elements: [control('again'), ruled] },
    { type: 'Group', i18n: 'two', elements: [control('name')] },
  ],
};
const all = { shows: () => true, enabled: () => true };
const without = (...hidden: UiElement[]) => ({ ...all, shows: (element: UiElement) => !hidden.includes(element) });

test('hidden questions are not there, and no rule is left to judge', () => {
  const filter = createPageFilter(() => undefined);
  expect(filter(page, without(ruled)).elements?.[0]?.elements).toEqual([control('again')]);
  expect(JSON.stringify(filter(page, all))).not.toContain('rule');
});

test('a group in which everything is hidden has no heading', () => {
  const name = page.elements?.[1]?.elements?.[0];
  const filtered = createPageFilter(() => undefined)(page, without(...(name ? [name] : [])));
  expect(filtered.elements?.map(({ i18n }) => i18n)).toEqual(['one']);
});

test('what did not change keeps its identity', () => {
  const filter = createPageFilter(() => undefined);
  const before = filter(page, without(ruled));
  expect(filter(page, without(ruled))).toBe(before);
  const after = filter(page, all);
  expect(after).not.toBe(before);
  expect(after.elements?.[1]).toBe(before.elements?.[1]);
});

test('rows of a table are remembered apart, and what is disabled is read only', () => {
  const filter = createPageFilter(() => undefined);
  const detail: UiElement = { type: 'VerticalLayout', elements: [ruled] };
  const onlyFirst = { ...all, shows: (element: UiElement, row = '') => element !== ruled || row === '/t/0' };
  expect(filter(detail, onlyFirst, '/t/0').elements).toHaveLength(1);
  expect(filter(detail, onlyFirst, '/t/1').elements).toHaveLength(0);
  const locked = filter(detail, { ...all, enabled: (element) => element !== ruled });
  expect(locked.elements?.[0]?.options?.readonly).toBe(true);
});

test('a control says which kind of question it asks', () => {
  const filter = createPageFilter((element) => (element === ruled ? 'longText' : undefined));
  expect(filter(page, all).elements?.[0]?.elements?.[1]?.options).toEqual({ kind: 'longText' });
});
