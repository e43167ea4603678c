/**
 * A PDF loses nothing, whatever is printed: every letter of every question, answer, label and heading stands on paper, in reading order,
 * inside its page and over nothing else, and in the structure tree once. `FORMWORK_PROPERTY_SEED` and `FORMWORK_PROPERTY_COUNT` try others.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { PrintDocument } from '../../engine/index.ts';
import { createPdfPool } from '../../server/platform/pdf/index.ts';
import { has } from '../support/tools.ts';
import { randomDocument } from './random-document.ts';
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

const faultsOfPdf = async (document: PrintDocument): Promise<string[]> => {
  writeFileSync(file, await pool.render(document));
  return faultsOf(document, file);
};

describe.skipIf(!has('pdftotext'))('on paper', () => {
  test(
    `${count} random documents (seed ${seed}) lose nothing`,
    async () => {
      await fc.assert(
        fc.asyncProperty(randomDocument, async (document) => {
          expect(await faultsOfPdf(document)).toEqual([]);
        }),
        { seed, numRuns: count, endOnFailure: true },
      );
    },
    60_000 + count * 5_000,
  );
});
