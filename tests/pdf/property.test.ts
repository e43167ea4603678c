/**
 * A PDF loses nothing, whatever is printed: every letter of every question, answer, label and heading stands on paper, in reading order,
 * inside its page and over nothing else, and in the structure tree once. `FORMWORK_PROPERTY_SEED` and `FORMWORK_PROPERTY_COUNT` try others.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { PrintBlock, PrintDocument } from '../../engine/index.ts';
import { createPdfPool } from '../../server/platform/pdf/index.ts';
import { has } from '../support/tools.ts';
import { anyDocument, latinDocument } from './random-document.ts';
import { sample } from './sample.ts';
import { faultsOf } from './whole.ts';

const seed = Number(process.env['FORMWORK_PROPERTY_SEED'] ?? 20261130);
const count = Number(process.env['FORMWORK_PROPERTY_COUNT'] ?? 300);

const folder = mkdtempSync(join(tmpdir(), 'formwork-pdf-property-'));
const file = join(folder, 'random.pdf');
const pool = createPdfPool({ seconds: 300 });
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const plain: PrintDocument = { ...sample, attachments: [] };

const faultsOfPdf = async (document: PrintDocument): Promise<string[]> => {
  writeFileSync(file, await pool.render(document));
  return faultsOf(document, file);
};

const lines = (count: number): string[] => Array.from({ length: count }, (_, at) => `Line ${at + 1}`);
const answer = (question: string, texts: string[]): PrintBlock => ({
  kind: 'answer',
  pointer: '/answer',
  question,
  lines: texts,
  required: true,
});
const table = (columns: string[], rows: string[][]): PrintBlock => ({
  kind: 'table',
  pointer: '/table',
  question: `A table of ${columns.length} columns`,
  required: true,
  columns: columns.map((label) => ({ label, numeric: false })),
  rows,
});
const few = (count: number, first: string): string[] => [first, ...lines(count - 1)];
const prose = 'word '.repeat(130).trim();
const lost: [string, PrintBlock[]][] = [
  ['an answer of 40 short lines', [answer('What happened?', lines(40))]],
  ['a row of 60 lines', [table(lines(3), [few(3, 'Short'), few(3, lines(60).join('\n'))])]],
  ['a row of three pages', [table(lines(3), [few(3, lines(150).join('\n')), few(3, 'After it')])]],
  ['prose in nine columns', [table(lines(9), [Array.from({ length: 9 }, () => prose)])]],
  ['a first row of 1,900 letters', [table(lines(9), [few(9, prose.repeat(3))])]],
  ['a card higher than a page', [table(lines(12), [few(12, lines(70).join('\n'))])]],
  ['a word of 70 letters in a cell', [table(lines(6), [few(6, 'x'.repeat(70))])]],
  ['words of 2,000 letters in each cell', [table(lines(4), [Array.from({ length: 4 }, () => 'y'.repeat(2000))])]],
  ['a label of hundreds of letters', [table([prose.repeat(4), 'Second'], [['One', 'Two']])]],
  ['a question of hundreds of letters', [answer(prose.repeat(6), ['Yes'])]],
  ['an address that has no place to break', [answer('Where?', [`https://example.org/${'path'.repeat(60)}?q=1`])]],
];

describe.skipIf(!has('pdftotext'))('on paper', () => {
  test.each(lost)('%s stands whole', async (_what, blocks) => {
    expect(await faultsOfPdf({ ...plain, sections: [{ id: 'one', heading: 'One', blocks }] })).toEqual([]);
  });

  test('long names, titles and references stand at the head of each page and over nothing', async () => {
    const long = 'Maximiliana-Wilhelmina Featherstonehaugh-Cholmondeley '.repeat(8).trim();
    const texts = { title: long, header: long, classification: long, subject: long, reference: 'R'.repeat(300) };
    const blocks = [
      answer('Where?', lines(120)),
      table(
        lines(9),
        Array.from({ length: 9 }, () => few(9, prose)),
      ),
    ];
    const name = `${'f'.repeat(95)}.pdf`;
    const attachments = [{ id: 'a', kind: 'Letter', name, title: 'A letter', bytes: 1234 }];
    const sections = [{ id: 'one', heading: long, blocks }];
    for (const status of ['draft', 'submitted'] as const)
      expect(await faultsOfPdf({ ...plain, ...texts, attachments, sections, status })).toEqual([]);
  });

  test.each([
    ['in English letters', latinDocument, Math.ceil(count * 0.7)],
    ['in every script', anyDocument, Math.ceil(count * 0.3)],
  ])(
    `random documents %s lose nothing (seed ${seed})`,
    async (_what, arbitrary, numRuns) => {
      await fc.assert(
        fc.asyncProperty(arbitrary, async (document) => {
          expect(await faultsOfPdf(document)).toEqual([]);
        }),
        { seed, numRuns, endOnFailure: true },
      );
    },
    60_000 + count * 10_000,
  );
});
