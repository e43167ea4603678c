/** Everything printed has dates and times as people write them, for every form and every recorded example. */
import { describe, expect, test } from 'vitest';
import { blankDocument, printDocument } from '../../engine/index.ts';
import { isObject } from '../../engine/json.ts';
import { formIds, readForm } from '../support/browser/read-form.ts';
import { rawIn } from '../support/raw.ts';

/** Every text that is drawn, and none of the names and places that are not. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        ['pointer', 'id', 'room', 'words'].includes(key) ? [] : textsOf(inner),
      )
    : [];
};

const at = '2026-11-29T11:43:42.595Z';
const signatories = [
  { label: 'Filled in by', name: 'Ada Obi', at },
  { label: 'Counter-signed by', name: 'Ben Li, head', at },
];

describe.each(formIds)('%s', (id) => {
  const { form, examples } = readForm(id);
  test('as a draft, as submitted, for oneself and for the council, and to fill in by pen', () => {
    for (const { answers, today, context = {} } of Object.values(examples)) {
      const judged = { today, values: context };
      const drawn = (['own', 'council'] as const).flatMap((copy) => [
        printDocument(form, answers, judged, { status: 'draft', copy, timeZone: 'Europe/London', signatories }),
        printDocument(form, answers, judged, {
          status: 'submitted',
          copy,
          timeZone: 'Europe/London',
          signatories,
          reference: 'FW-7K3M-9Q2P',
          submittedAt: at,
        }),
      ]);
      const sendTo = { council: 'C', team: 'T', address: '', email: '', phone: '' };
      const blank = blankDocument(form, { answers, sendTo, links: {}, dueOn: '2026-12-01' });
      expect([...drawn, blank].flatMap(textsOf).flatMap(rawIn)).toEqual([]);
      expect(drawn[0]?.signatories[1]?.at).toBe('29-Nov-2026 11:43');
    }
  });
});
