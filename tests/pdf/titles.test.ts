/** “(part 1)” stands on one line wherever a PDF draws a title: on the first page, at the head of upright and turned pages, over a section. */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PrintDocument } from '../../engine/index.ts';
import { createPdfPool } from '../../server/platform/pdf/index.ts';
import { formIds, readForm } from '../support/browser/read-form.ts';
import { has } from '../support/tools.ts';
import { readPages, type Word } from './read-pdf.ts';
import { sample } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'formwork-titles-'));
const pool = createPdfPool({ seconds: 120 });
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const turned = sample.sections
  .flatMap(({ blocks }) => blocks)
  .flatMap((block) => (block.kind === 'table' ? [{ ...block, rows: block.rows.slice(0, 2) }] : []));

/** Longer by two letters each, so that the end of a line comes at every place in and around the brackets. */
const lengths = Array.from({ length: 45 }, (_, at) => ` ${'more'.repeat(23).slice(0, 2 * at + 1)}`);

const titled = (title: string, header: string): PrintDocument => ({
  ...sample,
  title: `${title} (part 1)`,
  header: `${header} (part 1)`,
  cover: [],
  attachments: [],
  sections: [
    { id: 'turned', heading: title, blocks: turned },
    ...lengths.map((more, at) => ({ id: `s${at}`, heading: `Part 2:${more} (part 1)`, blocks: [] })),
  ],
});

const isPart = ({ text }: Word): boolean => text.startsWith('(part');

/** Of pieces in brackets whether they stand whole on their line. */
const piecesIn = (words: readonly Word[]): boolean[] =>
  words.flatMap((word, at) => {
    if (!isPart(word)) return [];
    const next = words[at + 1];
    return [word.text.endsWith('1)') || (next?.text === '1)' && Math.abs(next.top - word.top) < 1)];
  });

const titles = formIds.map((id) => {
  const { form } = readForm(id);
  return form.text(form.definition.manifest.pdf.title) ?? id;
});

test.skipIf(!has('pdftotext'))(
  'no line of a title or heading ends inside “(part 1)”',
  async () => {
    const faults = await Promise.all(
      lengths.map(async (more, at) => {
        const title = titles[at % titles.length] ?? '';
        const file = join(folder, `${at}.pdf`);
        await writeFile(file, await pool.render(titled(title + more, `Council of Anyshire${more}`)));
        const pages = await readPages(file);
        expect(new Set(pages.map(({ width }) => Math.round(width)))).toEqual(new Set([595, 842]));
        const pieces = pages.flatMap(({ words }) => piecesIn(words));
        expect(pieces.length).toBeGreaterThan(lengths.length + pages.length);
        return pieces.filter((whole) => !whole).length;
      }),
    );
    expect(faults).toEqual(lengths.map(() => 0));
  },
  120_000,
);
