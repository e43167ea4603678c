import { expect, test } from 'vitest';
import { mailEffect } from '../../platform/effects/pending.ts';
import { boardWork, newCaseReference, withDerived } from './record.ts';

const now = new Date('2026-03-02T09:00:00Z');
const view = {
  settings: { subject: 'Angler', as: 'angler', identifiers: [], fields: [], events: [], clocks: [] },
  calendar: { holidays: [], terms: [] },
  today: '2026-03-02',
  digest: (text: string) => text,
};
const content = {
  _id: 'a-case-of-a-test',
  subject: { firstName: 'Ida', lastName: 'Reed', dateOfBirth: '1990-01-01', identifiers: { licence: '7' } },
  team: 'north',
  values: {},
  events: [],
  pauses: [],
  personKey: 'x',
};

test('every writing of a case carries the work that brings the board up to it, once, beside what else waits', () => {
  const mail = mailEffect('notice', { team: 'north' }, {}, now);
  const first = withDerived(content, view, now, [mail]);
  const second = withDerived(content, view, now, first.effects);
  const work = { kind: 'work', name: boardWork, values: { case: content._id } };
  for (const { effects, effectsDue } of [first, second]) {
    expect(effects).toMatchObject([{ kind: 'mail' }, work]);
    expect(effectsDue).toBe(now.toISOString());
  }
  expect(first).toMatchObject({ nameKey: 'reed ida', words: ['ida', 'reed'], identifierKeys: ['licence=7'] });
});

test('references are of cases, not of forms', () => {
  expect(newCaseReference()).toMatch(/^CS-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
});
