/** A form for paper can be filled in by pen: every question, choice and condition of every form stands in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blankDocument, wholeLinks, type BlankDocument, type CompiledForm } from '../../engine/index.ts';
import { isObject, type JsonObject } from '../../engine/json.ts';
import { licence } from '../../engine/testing/licence.ts';
import { createPdfPool, type PdfPool } from '../../server/platform/pdf/index.ts';
import { askedBy, conditionalIn, whenByPointer, wordsOfBlank } from '../support/blank-form.ts';
import { formIds, inLanguage, readForm } from '../support/browser/read-form.ts';
import { has, run } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'formwork-blank-'));
let pool: PdfPool;
beforeAll(() => {
  pool = createPdfPool({ seconds: 120 });
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const sendTo = {
  council: 'Example Council',
  team: 'Assessment Team',
  address: 'County Hall\nExampleton EX1 1AA',
  email: 'team@example.org',
  phone: '01632 960000',
};
const blank = (form: CompiledForm, answers: JsonObject = {}): BlankDocument =>
  blankDocument(form, { answers, links: { localOffer: 'https://offer.example.org' }, sendTo });

const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

const textOf = async (document: BlankDocument): Promise<string> => {
  const file = join(folder, 'blank.pdf');
  writeFileSync(file, await pool.render(document));
  // In the order in which it is drawn: columns are read one after the other.
  return bare(run('pdftotext', ['-raw', file, '-']));
};

test('the telephone stands at the foot of every page, and no path that nobody can type', async () => {
  const { form } = readForm('ehcna-parents-young-person');
  const links = wholeLinks(
    { localOffer: 'https://offer.example.org', privacy: '/privacy' },
    'https://forms.example.org/',
  );
  const whole = blankDocument(form, { answers: {}, links, sendTo });
  expect(wordsOfBlank(whole).join(' ')).toContain('privacy notice (https://forms.example.org/privacy)');
  const alone = blankDocument(form, { answers: {}, links: { privacy: '/privacy' }, sendTo });
  expect(wordsOfBlank(alone).join(' ')).not.toContain('(/privacy)');
  const file = join(folder, 'foot.pdf');
  writeFileSync(file, await pool.render(whole));
  const pages = run('pdftotext', ['-layout', file, '-'])
    .split('\f')
    .filter((page) => page.trim() !== '');
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter((page) => !/Questions\? Telephone 01632 960000/.test(page.slice(-400)))).toEqual([]);
});

const languagesOf = ({ definition }: CompiledForm): string[] => Object.keys(definition.texts);

const everyForm = (): [string, CompiledForm][] => [
  ['licence', licence],
  ...formIds.map((id): [string, CompiledForm] => [id, readForm(id).form]),
];

describe.each(everyForm())('%s', (_, form) => {
  test('asks every question with every choice, and says of each conditional one by what it is decided', () => {
    const document = blank(form);
    const said = bare(wordsOfBlank(document).join('\n'));
    expect(askedBy(form).filter((text) => !said.includes(bare(text)))).toEqual([]);
    const when = whenByPointer(document);
    const silent = conditionalIn(form).filter(({ pointer, decidedBy }) => {
      const table = pointer.slice(0, Math.max(pointer.lastIndexOf('/*/'), pointer.lastIndexOf('/')));
      const places = [...when].filter(
        ([place]) => place === pointer || place.startsWith(`${pointer}/`) || place.startsWith(`${table} `),
      );
      const told = places.flatMap(([, sentences]) => sentences).join(' ');
      return told === '' || !decidedBy.every((label) => told.includes(label));
    });
    expect(silent).toEqual([]);
  });

  test.skipIf(!has('pdftotext'))('prints all of it, in each of its languages, and is no draft', async () => {
    for (const language of languagesOf(form)) {
      const spoken = language === 'en' ? form : await inLanguage(form, language);
      const document = blank(spoken);
      const text = await textOf(document);
      expect(wordsOfBlank(document).filter((words) => !text.includes(bare(words)))).toEqual([]);
      expect(text).toContain(bare(document.classification));
      expect(text).toContain('CountyHall');
      expect(text).not.toMatch(/DRAFT|WERSJAROBOCZA|\[object|undefined/);
    }
  });
});

test.skipIf(!has('pdftotext'))('what is known stands in it', async () => {
  const known = {
    angler: 'Sam Brook',
    about: 'One line.\nAnother line.',
    born: '1990-02-03',
    catches: [{ fish: 'other', otherFish: 'Ruffe', caught: '2026-01-02', cost: 12.5 }],
    address: { line1: '1 Mill Lane' },
  };
  const text = await textOf(blank(licence, known));
  for (const wanted of ['SamBrook', 'Oneline.', 'Anotherline.', '03021990', 'Ruffe', '1MillLane'])
    expect(text).toContain(wanted);
});

test('what is chosen stands ticked', () => {
  const { sections } = blank(licence, { water: 'lake', bait: ['fly'], rules: true });
  const ticked = JSON.parse(JSON.stringify(sections), (_key, value: unknown) => value) as unknown;
  const labels: unknown[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(walk);
      return;
    }
    if (!isObject(value)) return;
    if (value['ticked'] === true) labels.push(value['label']);
    Object.values(value).forEach(walk);
  };
  walk(ticked);
  expect(labels).toEqual([
    'Lake',
    licence.questionAt('/bait')?.choices?.[0]?.label,
    licence.questionAt('/rules')?.label,
  ]);
});
