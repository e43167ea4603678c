import { expect, test } from 'vitest';
import type { CaseDocument, CasePause } from './documents.ts';
import { createCaseEvents } from './events.ts';
import { withDerived } from './record.ts';

const description = {
  subject: 'Angler',
  as: 'angler',
  identifiers: [],
  fields: [],
  events: [],
  clocks: [],
  exceptions: [{ code: 'flood', label: 'The bank was under water' }],
};
const now = new Date('2026-03-02T09:00:00Z');
const view = {
  settings: description,
  calendar: { holidays: [], terms: [] },
  today: '2026-03-02',
  digest: (text: string) => text,
};

const caseWith = (pause: CasePause): CaseDocument => {
  const content = {
    _id: 'a-case-of-a-test',
    revision: 1,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    edition: 1,
    reference: 'CS-0000-0000',
    subject: { firstName: 'Ida', lastName: 'Reed', dateOfBirth: '1990-01-01', identifiers: {} },
    team: 'north',
    values: {},
    events: [],
    pauses: [pause],
    personKey: 'x',
  };
  return withDerived(content, view, now);
};

/** What becomes of a pause when it is changed. */
const changed = async (before: CasePause, after: CasePause): Promise<CasePause | undefined> => {
  let pauses: CasePause[] = [];
  const events = createCaseEvents(
    {
      change: (_, make) => {
        const found = caseWith(before);
        pauses = make(found)?.pauses ?? [];
        return Promise.resolve(found);
      },
    },
    {
      current: () => description,
      reload: () => Promise.resolve(),
      problems: () => [],
      undeclared: () => [],
    },
  );
  await events.changePause('a-case-of-a-test', after, 'not noted');
  return pauses[0];
};

const plain: CasePause = { id: 'one', from: '2026-01-05', reason: 'High water' };

test.each<[string, CasePause]>([
  ['none, as an older release wrote', plain],
  ['one that the council no longer names', { ...plain, code: 'drought' }],
])('an exception may be ended whatever its code is: %s', async (_, pause) => {
  const ended = { ...pause, to: '2026-02-01' };
  expect(await changed(pause, ended)).toEqual(ended);
});

test('a code that it did not have before is one that the council names', async () => {
  expect(await changed(plain, { ...plain, code: 'flood' })).toMatchObject({ code: 'flood' });
  await expect(changed(plain, { ...plain, code: 'drought' })).rejects.toThrow('request-invalid');
  await expect(changed({ ...plain, code: 'flood' }, plain)).rejects.toThrow('request-invalid');
});
