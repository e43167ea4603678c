/** Operators find the submissions of which release 0.2.0 may have drawn a PDF that lacks something. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintBlock, PrintDocument, PrintTable } from '../../engine/index.ts';
import { lossesOf } from '../../scripts/ops/print-of-0-2.ts';
import { printVerifiedWords, verifyPrint } from '../../scripts/ops/verify-print.ts';
import { beginComplete, completeAnswers, begin, expectStatus, startAngling } from '../support/angling.ts';
import type { TestPortal } from '../support/portal.ts';
import { sample } from '../pdf/sample.ts';

const documentOf = (...blocks: PrintBlock[]): PrintDocument => ({
  ...sample,
  cover: [],
  attachments: [],
  sections: [{ id: 'one', heading: 'One', blocks }],
});

const lines = (count: number): string[] => Array.from({ length: count }, (_, at) => `Line ${at + 1}`);
const answer = (texts: string[]): PrintDocument =>
  documentOf({ kind: 'answer', pointer: '/long', question: 'What happened?', lines: texts, required: true });

const table = (columns: number, rows: string[][]): PrintDocument =>
  documentOf({
    kind: 'table',
    pointer: '/rows',
    question: 'Rows',
    required: true,
    columns: Array.from({ length: columns }, (_, at) => ({ label: `Column ${at + 1}`, numeric: false })),
    rows,
  } satisfies PrintTable);

const beside = (text: string, columns: number, other = 'x'): string[] => [
  text,
  ...Array.from({ length: columns - 1 }, () => other),
];
const few = 'Some words in each of the others';
const prose = 'word '.repeat(130);

describe('release 0.2.0', () => {
  test.each<[string, PrintDocument, string[]]>([
    ['printed 30 short lines', answer(lines(30)), []],
    ['lost 40', answer(lines(40)), ['/long: answer']],
    ['lost 90', answer(lines(90)), ['/long: answer']],
    ['printed 170', answer(lines(170)), []],
    ['printed a long story', answer([prose, prose, prose, prose]), []],
    ['printed a table of short rows', table(3, [beside('Short', 3), beside('Short', 3)]), []],
    ['lost a row of 60 lines', table(3, [beside('x', 3), beside(lines(60).join('\n'), 3)]), ['/rows: row']],
    ['lost prose in a landscape table', table(9, [beside('x', 9, few), beside(prose, 9, few)]), ['/rows: row']],
    ['lost a first row even of a table that breaks', table(9, [beside(prose.repeat(3), 9, few)]), ['/rows: row']],
    ['lost a card', table(12, [beside(lines(60).join('\n'), 12)]), ['/rows: card']],
    ['cut off columns beside a long word', table(4, [beside('x'.repeat(120), 4)]), ['/rows: column']],
    [
      'cut off the size of a file with a long name',
      {
        ...documentOf(),
        attachments: [{ id: 'a', kind: 'Letter', name: `${'x'.repeat(110)}.pdf`, title: '', bytes: 1 }],
      },
      [': column'],
    ],
  ])('%s', async (_what, document, losses) => {
    expect((await lossesOf(document)).map(({ pointer, missing }) => `${pointer}: ${missing}`)).toEqual(losses);
  });
});

let portal: TestPortal;
beforeAll(async () => {
  portal = await startAngling();
});
afterAll(() => portal.stop());

test('names the submission that was short by its reference, and nobody', async () => {
  const person = await portal.signedIn();
  const fine = await beginComplete(person);
  const short = await begin(person, { ...completeAnswers, dangers: lines(40).join('\n') });
  for (const { id, revision } of [fine, short])
    expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision }), 201);
  const parts = { raw: portal.storage.raw, seals: portal.storage.seals };
  const found = await verifyPrint(parts, portal.services.prints);
  expect(found).toMatchObject({ submissions: 2, unread: [], short: [{ id: short.id }] });
  const words = printVerifiedWords(found);
  expect(words).toMatch(/submission \S+ \(FW-\S+\): \/dangers: an answer higher than a page/);
  expect(words).not.toMatch(/O’Neill|Line 3/);
});
