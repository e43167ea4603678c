/**
 * A PDF loses nothing, whatever is printed: every letter of every question, answer, label and heading stands on paper, in reading order,
 * inside its page and over nothing else, and in the structure tree once. `FORMWORK_PROPERTY_SEED` and `FORMWORK_PROPERTY_COUNT` try others.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { PrintBlock, PrintDocument } from '../../engine/index.ts';
import { createPdfPool } from '../../server/platform/pdf/index.ts';
import { workersOfMachine } from '../../server/platform/workers/pool.ts';
import { has, run } from '../support/tools.ts';
import { lettersOf } from './expected.ts';
import { anyDocument, latinDocument } from './random-document.ts';
import { readStructure } from './read-pdf.ts';
import { sample } from './sample.ts';
import { faultsOf } from './whole.ts';

const seed = Number(process.env['FORMWORK_PROPERTY_SEED'] ?? 20261130);
const count = Number(process.env['FORMWORK_PROPERTY_COUNT'] ?? 300);

const folder = mkdtempSync(join(tmpdir(), 'formwork-pdf-property-'));
const pool = createPdfPool({ seconds: 300 });
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const plain: PrintDocument = { ...sample, attachments: [] };

let drawn = 0;
const faultsOfPdf = async (document: PrintDocument): Promise<string[]> => {
  const file = join(folder, `${(drawn += 1)}.pdf`);
  await writeFile(file, await pool.render(document));
  const faults = await faultsOf(document, file);
  await rm(file);
  return faults;
};

/** So many documents come of one seed; the next ones of the next seed. */
const perSeed = 100;

/** The first faulty one of some random documents, by its seed and path; several are drawn at a time. */
const faultyOf = async (
  documents: Arbitrary<PrintDocument>,
  from: number,
  most: number,
): Promise<{ seed: number; path: string } | undefined> => {
  const given = fc.sample(documents, { seed: from, numRuns: most });
  let next = 0;
  const faulty: number[] = [];
  const draw = async (): Promise<void> => {
    for (let at = next; at < given.length && faulty.length === 0; at = next) {
      next += 1;
      const document = given[at];
      const faults = document === undefined ? [] : await faultsOfPdf(document);
      if (faults.length > 0) faulty.push(at);
    }
  };
  await Promise.all(Array.from({ length: workersOfMachine() + 1 }, draw));
  return faulty.length === 0 ? undefined : { seed: from, path: `${Math.min(...faulty)}` };
};

/** Says a small example of what is wrong, if anything is. */
const tryAll = async (documents: Arbitrary<PrintDocument>, all: number): Promise<void> => {
  for (let done = 0; done < all; done += perSeed) {
    const faulty = await faultyOf(documents, seed + done / perSeed, Math.min(perSeed, all - done));
    if (faulty === undefined) continue;
    const property = fc.asyncProperty(documents, async (document) => {
      expect(await faultsOfPdf(document)).toEqual([]);
    });
    await fc.assert(property, { ...faulty, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true });
    throw new Error(`${JSON.stringify(faulty)} was faulty when it was drawn among others`);
  }
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
  [
    'a row that could be read two ways where it goes on',
    [table(lines(2), [[Array.from({ length: 90 }, (_, at) => `w${at}`).join('\n'), 'w']])],
  ],
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

  test('a question stays with its table where headings before them nearly fill a page', async () => {
    const cards = table(lines(14), [few(14, prose.repeat(2))]);
    for (const words of [90, 110, 130, 150, 170]) {
      const sections = [
        { id: 'one', heading: 'One', blocks: [{ kind: 'heading' as const, text: 'First' }] },
        { id: 'two', heading: 'wordy '.repeat(words).trim(), blocks: [cards] },
      ];
      expect([words, await faultsOfPdf({ ...plain, sections })]).toEqual([words, []]);
    }
  });

  test.each([
    ['turned', 9, 50, []],
    ['turned back', 2, 250, [table(lines(9), [Array.from({ length: 9 }, () => prose)])]],
  ])('a heading stays with its table where the page is %s for them', async (_what, columns, words, before) => {
    const row = Array.from({ length: columns }, () => 'word '.repeat(words).trim());
    for (const most of [200, 220, 240, 260, 280, 300]) {
      const blocks = [{ ...table(lines(columns), [row]), question: 'wordy '.repeat(most).trim() }];
      const sections = [
        { id: 'one', heading: 'One', blocks: before },
        { id: 'two', heading: 'Two', blocks },
      ];
      expect([most, await faultsOfPdf({ ...plain, sections })]).toEqual([most, []]);
    }
  });

  test('letters that are set closer to each other than others stand over nothing', async () => {
    const title = `${'Wszyscy'.repeat(4)}সমস্তTë${'Wszyscy'.repeat(5)}`;
    const sections = [{ id: 'one', heading: 'One', blocks: [answer('Where?', ['Here'])] }];
    expect(await faultsOfPdf({ ...plain, title, header: title, sections })).toEqual([]);
  });

  test('another program reads the same structure tree', async () => {
    const file = join(folder, 'tree.pdf');
    for (const documents of [latinDocument, anyDocument])
      for (const document of fc.sample(documents, { seed, numRuns: 4 })) {
        await writeFile(file, await pool.render(document));
        const lines = run('pdfinfo', ['-struct-text', file]).split('\n');
        const read = lines.map((line) => lettersOf(/^ *"(.*)"$/.exec(line)?.[1] ?? '')).join('');
        expect(await readStructure(file)).toBe(read);
      }
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
    (_what, documents, all) => tryAll(documents, all),
    60_000 + count * 10_000,
  );
});
