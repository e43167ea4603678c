/**
 * Every PDF says that it keeps PDF/UA-1 and PDF/A-2a; veraPDF, which others judge by, agrees: in all forms and languages, of the example that
 * says most, and of all with `FORMWORK_VERAPDF=all`.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blankDocument, printDocument, type CompiledForm, type PrintDocument } from '../../engine/index.ts';
import { createPdfPool, type Drawable } from '../../server/platform/pdf/index.ts';
import { formsDir, inLanguage, readForm } from '../support/browser/read-form.ts';
import { filledTo, longTexts } from '../support/filled.ts';
import { anyDocument } from './random-document.ts';
import { sample } from './sample.ts';
import { hasVerapdf, startJudge, type Judge } from './verapdf/judge.ts';

const folder = mkdtempSync(join(tmpdir(), 'formwork-verapdf-'));
const pool = createPdfPool({ seconds: 120, mostWaiting: 1000 });
let judge: Judge;
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

/** What is wrong with documents, by their names. */
const wrongWith = async (documents: [string, Drawable][]): Promise<string[]> => {
  const files = await Promise.all(
    documents.map(async ([name, document]) => {
      const file = join(folder, `${name}.pdf`);
      writeFileSync(file, await pool.render(document));
      return file;
    }),
  );
  const broken = await judge.brokenRules(files);
  return broken.map((line) => line.replace(`${folder}/`, ''));
};

const all = process.env['FORMWORK_VERAPDF'] === 'all';

/** The examples that say most first. */
const chosen = <T extends { answers: object }>(examples: Record<string, T>): [string, T][] => {
  const lengthOf = ([, { answers }]: [string, T]): number => JSON.stringify(answers).length;
  return Object.entries(examples)
    .toSorted((one, other) => lengthOf(other) - lengthOf(one))
    .slice(0, all ? undefined : 1);
};

const submitted = {
  status: 'submitted',
  copy: 'council',
  timeZone: 'Europe/London',
  reference: 'FW-0000-0000',
} as const;
const sendTo = { council: 'A & B Council', team: 'Team', address: 'Hall\nEX1 1AA', email: 'a@example.org', phone: '0' };

describe.skipIf(!hasVerapdf())('veraPDF', () => {
  beforeAll(() => {
    judge = startJudge(['ua1', '2a']);
  });
  afterAll(() => judge.close());

  describe.each(readdirSync(formsDir).filter((id) => /^ehc/.test(id)))('%s', (id) => {
    const { form, examples } = readForm(id);
    test.each(Object.keys(form.definition.texts))('in %s', async (language) => {
      const spoken: CompiledForm = await inLanguage(form, language);
      const drawn = chosen(examples).map(([name, { answers, today, context }]): [string, PrintDocument] => [
        `${language}-${name}`,
        printDocument(
          spoken,
          answers,
          { today, values: context ?? {} },
          { ...submitted, submittedAt: `${today}T12:00:00Z` },
        ),
      ]);
      const blank = blankDocument(spoken, { answers: {}, links: {}, sendTo });
      expect(await wrongWith([...drawn, [`${language}-blank`, blank]])).toEqual([]);
    });
    test('with long tables and texts, over many pages', async () => {
      const answers = { ...filledTo(form, 5, 'right'), ...longTexts(form, 50) };
      const context = { today: '2026-11-30', values: {} };
      const document = printDocument(form, answers, context, { ...submitted, submittedAt: '2026-11-30T12:00:00Z' });
      expect(await wrongWith([[`${id}-long`, document]])).toEqual([]);
    });
  });

  test('in every script, whatever is typed', async () => {
    const random = fc.sample(anyDocument, { seed: 20261130, numRuns: all ? 200 : 20 });
    expect(await wrongWith(random.map((document, at) => [`random-${at}`, document]))).toEqual([]);
  });

  test('whatever the council and the form are called', async () => {
    const odd = ['Bath & North <East> "Somerset"', 'a\u0000b\u0007c\uFFFEd', 'half \uD83D an emoji'];
    const nameless: [string, PrintDocument] = ['nameless', { ...sample, header: '', sections: [] }];
    const documents = odd.map((header, at): [string, PrintDocument] => [
      `odd-${at}`,
      { ...sample, header, title: header },
    ]);
    expect(await wrongWith([...documents, nameless])).toEqual([]);
  });
});
