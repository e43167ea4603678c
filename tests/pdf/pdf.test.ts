import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintDocument } from '../../engine/index.ts';
import { createPdfPool, PdfUnavailableError, type PdfPool } from '../../server/platform/pdf/index.ts';
import { has, run } from '../support/tools.ts';
import { sample } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'formwork-pdf-'));
const file = join(folder, 'sample.pdf');
let pool: PdfPool;

const draw = async (document: PrintDocument, path: string): Promise<void> =>
  writeFileSync(path, await pool.render(document));

beforeAll(async () => {
  pool = createPdfPool({ mostWaiting: 2 });
  await draw(sample, file);
}, 60_000);

afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

test('a document that says nothing of itself is drawn anyway', async () => {
  const silent = { ...sample, title: '', header: '', subject: '', classification: '', cover: [], signatories: [] };
  const bytes = await pool.render({ ...silent, attachments: [], sections: [] });
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('what goes wrong in the process says of which kind it was', async () => {
  const broken: unknown = { ...sample, sections: 7 };
  await expect(pool.render(broken as PrintDocument)).rejects.toThrow('It failed: TypeError.');
});

describe.skipIf(!has('qpdf'))('qpdf', () => {
  test('finds no fault in the file', () => {
    expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
  });

  test('every piece of text and every line stands inside marked content', () => {
    const plain = join(folder, 'plain.pdf');
    run('qpdf', ['--qdf', '--object-streams=disable', file, plain]);
    let depth = 0;
    let outside = 0;
    let shown = 0;
    for (const operator of readFileSync(plain, 'latin1').split('\n')) {
      if (/ (BDC|BMC)$/.test(operator)) depth += 1;
      else if (operator === 'EMC') depth -= 1;
      else if (operator === 'BT' || operator === 'S' || operator === 'f') {
        shown += 1;
        if (depth === 0) outside += 1;
      }
    }
    expect(shown).toBeGreaterThan(500);
    expect({ outside, depth }).toEqual({ outside: 0, depth: 0 });
  });
});

describe.skipIf(!has('pdftotext'))('poppler', () => {
  test('reads every answer, also in other scripts, and a substitute for what no font has', () => {
    const text = flat(run('pdftotext', ['-layout', file, '-']));
    for (const wanted of [
      'Siôn ap Rhys ŵ ŷ ó ł ß',
      'Happy 😀 and [U+10FFFD] end',
      'Not answered',
      'Upright again',
      '£24,000.00',
    ])
      expect(text).toContain(wanted);
    expect(text.normalize('NFKC')).toMatch(/مرحبا/);
    expect(text.replaceAll(' ', '')).toContain('x'.repeat(400));
    for (let index = 1; index <= 20; index += 1) expect(text).toContain(`Reading programme ${index}`);
    for (let index = 1; index <= 8; index += 1) expect(text).toContain(`Paragraph ${index}.`);
    expect(text).toContain('consent form.pdf');
  });

  test('names title, language and page numbers, and turns the page for a wide table', () => {
    const facts = run('pdfinfo', ['-l', '20', file]);
    expect(facts).toMatch(/Title: +Sample Application Form/);
    expect(facts).toMatch(/Tagged: +yes/);
    expect(facts).toMatch(/size: +841\.89 x 595\.28/);
    expect(readFileSync(file, 'latin1')).toContain('/Lang (en-GB)');
    const pages = Number(/Pages: +(\d+)/.exec(facts)?.[1]);
    expect(flat(run('pdftotext', ['-layout', file, '-']))).toContain(`Page ${pages} of ${pages}`);
  });

  test('has a structure tree in reading order: headings nest, an answer follows its question, tables have heads', () => {
    const tree = run('pdfinfo', ['-struct-text', file]);
    const types = tree.split('\n').flatMap((row) => /^ *(H\d|P|TH|TD|TR|Table)\b/.exec(row)?.[1] ?? []);
    expect(types.filter((type) => type === 'H1')).toHaveLength(1);
    expect(types.indexOf('H1')).toBeLessThan(types.indexOf('H2'));
    expect(types.indexOf('H2')).toBeLessThan(types.indexOf('H3'));
    expect(flat(tree)).toMatch(/P \(block\) "Full name" P \(block\) "Siôn ap Rhys/);
    expect(flat(tree)).toMatch(/P \(block\) "Town" P \(block\) "Not answered"/);
    expect(flat(tree)).toMatch(/TH: \/Scope \/Column "What"/);
    expect(tree.match(/"What"/g)).toHaveLength(1);
    expect(tree).not.toContain('Page 1 of');
  });

  test('keeps the question above a table, and a heading above that, on the page where the table begins', async () => {
    const lines = Array.from({ length: 14 }, (_, index) => ({
      kind: 'answer' as const,
      pointer: '/short',
      question: `Short question ${index}`,
      lines: ['Yes'],
      required: true,
    }));
    const table = (rows: string[][]) => ({
      kind: 'table' as const,
      pointer: '/table',
      question: 'Question of the table',
      required: true,
      columns: [
        { label: 'What', numeric: false },
        { label: 'Why', numeric: false },
      ],
      rows,
    });
    const rows = [
      ['Firstly', 'word '.repeat(80)],
      ['The second row', 'Short'],
    ];
    for (const count of [10, 11, 12, 13]) {
      const blocks = [...lines.slice(0, count), { kind: 'heading' as const, text: 'Heading above' }, table(rows)];
      const path = join(folder, `kept-${count}.pdf`);
      await draw({ ...sample, cover: [], signatories: [], sections: [{ id: 'kept', heading: 'Kept', blocks }] }, path);
      const pages = run('pdftotext', ['-layout', path, '-']).split('\f');
      const on = (words: string) => pages.findIndex((page) => page.includes(words));
      expect([count, on('Heading above'), on('Question of the table')]).toEqual([count, on('Firstly'), on('Firstly')]);
    }
  });

  test('a form that is called as its header says stands once in the head of a page', async () => {
    const path = join(folder, 'once.pdf');
    await draw({ ...sample, header: sample.title, sections: [], attachments: [] }, path);
    const text = run('pdftotext', ['-l', '1', '-raw', path, '-']);
    expect(text.split(sample.title)).toHaveLength(3);
  });

  test('marks every page of a draft', async () => {
    const draft = join(folder, 'draft.pdf');
    const { reference: _reference, submittedAt: _submittedAt, ...rest } = sample;
    await draw({ ...rest, status: 'draft', signatories: [] }, draft);
    const pages = run('pdftotext', ['-layout', draft, '-'])
      .split('\f')
      .filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain('DRAFT – not submitted');
  });
});

test('refuses more documents than may wait, and goes on', async () => {
  const many = await Promise.allSettled(Array.from({ length: 6 }, () => pool.render(sample)));
  const refused = many.filter((one) => one.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const one of refused) expect(one.reason).toBeInstanceOf(PdfUnavailableError);
  expect((await pool.render(sample)).subarray(0, 5).toString()).toBe('%PDF-');
});
