/** Random documents for the property of the PDF: every kind of block, from nothing at all to rows that are three pages tall. */
import fc, { type Arbitrary } from 'fast-check';
import type { PrintBlock, PrintDocument, PrintTable } from '../../engine/index.ts';
import { sentences } from '../support/languages.ts';

const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éèöüßłŷŵçñ.,;:-–/()&@’_%+£');

const spoken = Object.values(sentences).flatMap((sentence) => sentence.split(' '));
/** Words of every language, and so many of them without a space. */
const foreign = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...spoken) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...spoken), { minLength: 10, maxLength: 200 }).map((all) => all.join('')),
  },
);

const wordOf = (longest: number): Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: longest, size: 'max' });

/** Now and then a word that no column and no line is wide enough for. */
const latin = fc.oneof(
  { weight: 400, arbitrary: wordOf(11) },
  { weight: 6, arbitrary: wordOf(95) },
  { weight: 1, arbitrary: wordOf(2000) },
);

const documentOf = (word: Arbitrary<string>, languages: boolean): Arbitrary<PrintDocument> => {
  const wordsUpTo = (most: number): Arbitrary<string> =>
    fc.array(word, { minLength: 1, maxLength: most, size: 'max' }).map((words) => words.join(' '));

  /** A name, a label or a question: nearly always short, now and then of hundreds of letters. */
  const label = fc.oneof(
    { weight: 12, arbitrary: wordsUpTo(4) },
    { weight: 3, arbitrary: wordsUpTo(20) },
    { weight: 1, arbitrary: wordsUpTo(150) },
  );

  const lines = fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 16, arbitrary: fc.array(wordsUpTo(12), { minLength: 1, maxLength: 3 }) },
    { weight: 3, arbitrary: fc.array(wordsUpTo(3), { minLength: 20, maxLength: 120, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(wordsUpTo(2), { minLength: 100, maxLength: 400, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(wordsUpTo(400), { minLength: 1, maxLength: 3 }) },
  );

  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.constant('') },
    { weight: 30, arbitrary: wordsUpTo(3) },
    { weight: 6, arbitrary: wordsUpTo(25) },
    { weight: 1, arbitrary: wordsUpTo(300) },
    {
      weight: 1,
      arbitrary: fc.array(wordsUpTo(2), { minLength: 20, maxLength: 150, size: 'max' }).map((all) => all.join('\n')),
    },
  );

  const rowsOf = (columns: number, most: number): Arbitrary<string[][]> =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: most });

  const table: Arbitrary<PrintTable> = fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom(0, 1, 2, 6), fc.boolean())
    .chain(([columns, most, totals]) =>
      fc.record({
        kind: fc.constant('table' as const),
        pointer: fc.constant('/table'),
        question: label,
        required: fc.boolean(),
        columns: fc.array(fc.record({ label, numeric: fc.boolean() }), { minLength: columns, maxLength: columns }),
        rows: rowsOf(columns, most),
        ...(totals
          ? { totals: fc.array(fc.constantFrom('', '12', '£1,200.00'), { minLength: columns, maxLength: columns }) }
          : {}),
      }),
    );

  const block: Arbitrary<PrintBlock> = fc.oneof(
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('heading' as const), text: label }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('note' as const), text: label }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        pointer: fc.constant('/answer'),
        question: label,
        lines,
        required: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: table },
  );

  const section = fc.record({ heading: label, blocks: fc.array(block, { minLength: 1, maxLength: 3 }) });

  return fc
    .record({
      title: label,
      header: label,
      classification: label,
      subject: fc.oneof(fc.constant(''), label),
      sections: fc.array(section, { minLength: 1, maxLength: 2 }),
      status: fc.constantFrom('draft' as const, 'submitted' as const),
      cover: fc.array(fc.record({ label, value: label }), { maxLength: 4 }),
      signatories: fc.array(fc.record({ label, name: label, at: fc.constant('14-Jul-2021 10:57') }), { maxLength: 2 }),
      attachments: fc.array(fc.record({ kind: label, name: label, title: label, bytes: fc.nat(20_000_000) }), {
        maxLength: 4,
      }),
      reference: fc.oneof(fc.constant('FW-7K3M-9Q2P'), label),
    })
    .map(({ sections, attachments, reference, ...rest }) => ({
      ...rest,
      language: 'en-GB',
      direction: languages && sections.length === 1 ? ('rtl' as const) : ('ltr' as const),
      sections: sections.map((one, at) => ({ id: `s${at}`, ...one })),
      attachments: attachments.map((one, at) => ({ id: `a${at}`, ...one })),
      ...(rest.status === 'draft' ? {} : { reference, submittedAt: '14-Jul-2021 10:57' }),
    }));
};

/** In English letters, in which what is read on the page can be followed letter by letter. */
export const latinDocument = documentOf(latin, false);

/** In any script. */
export const anyWord = fc.oneof({ weight: 1, arbitrary: latin }, { weight: 2, arbitrary: foreign });

/** In all scripts, in both directions. */
export const anyDocument = documentOf(anyWord, true);
