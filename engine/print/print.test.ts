import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prune } from '../answers/prune.ts';
import { validate } from '../answers/validate.ts';
import { compileValidators } from '../author.ts';
import { compile } from '../compile/compile.ts';
import type { Check, Fact } from '../definition/model/definition.ts';
import { isObject, type JsonObject, type JsonValue } from '../json.ts';
import { fullAnswers, someAnswers } from '../testing/answers.ts';
import { context, licence } from '../testing/licence.ts';
import type { PrintDocument } from './document.ts';
import { printDocument } from './print.ts';

const draw = (changes: JsonObject): PrintDocument =>
  printDocument(licence, { ...fullAnswers, ...changes }, context, {
    status: 'draft',
    copy: 'own',
    timeZone: 'Europe/London',
  });

/** Every word that a person reads under a question. */
const words = (document: PrintDocument): string =>
  [
    ...document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'answer'
          ? block.lines
          : block.kind === 'table'
            ? [...block.rows.flat(), ...(block.totals ?? [])]
            : [],
      ),
    ),
    ...document.attachments.flatMap(({ name, kind, title }) => [name, kind, title]),
  ].join('\n');

const texts = (value: JsonValue): string[] => {
  if (typeof value === 'string') return [value];
  return (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []).flatMap(texts);
};

test('a cell stays in its row when a blank row above it is left out', () => {
  const table = draw({
    catches: [{}, { fish: 'other', otherFish: 'Ruffe', caught: '2026-01-02' }, { fish: 'pike', caught: '2026-01-03' }],
  }).sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table' && block.pointer === '/catches'));
  expect(table).toMatchObject([
    {
      rows: [
        ['other', 'Ruffe', '02-Jan-2026'],
        ['Pike', '', '03-Jan-2026'],
      ],
    },
  ]);
});

test('every free text that is sent is read', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const read = words(draw(answers));
      const { angler, boatName, pet, catches } = prune(licence, { ...fullAnswers, ...answers }, context);
      const others = Array.isArray(catches)
        ? catches.map((row) => (isObject(row) ? (row['otherFish'] ?? '') : ''))
        : [];
      for (const text of [angler ?? '', boatName ?? '', isObject(pet) ? (pet['name'] ?? '') : '', ...others].flatMap(
        texts,
      ))
        for (const line of text.split('\n')) expect(read).toContain(line);
    }),
    { numRuns: 200 },
  );
});

const lineEnds = ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

test.each(lineEnds)('a line that ends in %j does not join the words of the next', (end) => {
  const read = words(
    draw({
      angler: `Ada${end}Bea`,
      boatName: `Otter${end}Heron`,
      water: 'sea',
      fromBoat: true,
      catches: [{ fish: 'other', otherFish: `Ruffe${end}Dace`, caught: '2026-01-02' }],
    }),
  ).split('\n');
  for (const word of ['Ada', 'Bea', 'Otter', 'Heron', 'Ruffe', 'Dace']) expect(read).toContain(word);
});

test('a text that stands on one line has spaces where its lines ended', () => {
  const { subject } = draw({ angler: 'Ada\u2028Bea' });
  expect(subject).toMatch(/^Ada Bea/);
});

test('free rows of a fixed table stand under the named ones, with every column they have', () => {
  const gear = { rod: { count: 1, owned: true, reason: 'worn' }, others: [{ name: 'Bag', colour: 'red' }] };
  const table = draw({ gear }).sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))[1];
  expect(table?.rows).toEqual([
    ['Rod', 'owned', '1', 'worn', ''],
    ['Bag', '', '', '', 'red'],
  ]);
});

test('a choice between kinds of answer says which, then its fields', () => {
  expect(words(draw({ pet: { kind: 'cat', lives: 3 } }))).toContain('A cat\nLives left: 3');
});

test('a narrow text stands on one line with the text after it', () => {
  const county = licence.questionAt('/address/county');
  if (!county) throw new Error('The licence has lost its address');
  county.element.options = { width: 'half' };
  const read = (address: JsonObject) =>
    draw({ address: { line1: '1 Mill Lane', abroad: false, ...address } }).sections[0]?.blocks.find(
      (block) => block.kind === 'answer' && block.pointer === '/address',
    );
  const both = read({ county: 'Kent', postcode: 'ox1 1ne' });
  const [alone, none] = [read({ county: 'Kent' }), read({ postcode: 'ox1 1ne' })];
  delete county.element.options;
  expect(both).toMatchObject({ lines: ['1 Mill Lane', 'Is this abroad?: No', 'Kent OX1 1NE'] });
  expect(alone).toMatchObject({ lines: ['1 Mill Lane', 'Is this abroad?: No', 'Kent'] });
  expect(none).toMatchObject({ lines: ['1 Mill Lane', 'Is this abroad?: No', 'OX1 1NE'] });
});

test('what is hidden is not read', () => {
  const boat = { fromBoat: true, boatName: 'Otter' };
  expect(words(draw({ water: 'river', ...boat }))).not.toContain('Otter');
  expect(words(draw({ water: 'sea', ...boat }))).toContain('Otter');
});

test('the cover tells answers and facts, with time added to dates, and nothing of what is hidden', () => {
  const cover = [
    { label: 'born.label', at: '/born', plus: 'P4W' },
    { label: 'water.label', at: '/water' },
    { label: 'boatName.label', at: '/boatName' },
    { label: 'rods.label', fact: 'catchCount' },
    { label: 'about.label', fact: 'year', plus: 'P1D' },
    { label: 'guardian.label', fact: 'warden' },
    { label: 'bait.label', fact: 'inWords' },
  ];
  const facts: Record<string, Fact> = {
    ...licence.definition.checks.facts,
    year: { fn: 'addTime', date: '/born', months: 12 },
    inWords: { fn: 'ageInWords', date: '/born', on: 'today' },
  };
  const form = {
    ...licence,
    definition: {
      ...licence.definition,
      checks: { ...licence.definition.checks, facts },
      manifest: { ...licence.definition.manifest, pdf: { ...licence.definition.manifest.pdf, cover } },
    },
  };
  const read = (changes: JsonObject) =>
    printDocument(form, { ...fullAnswers, born: '2024-02-29', boatName: 'Otter', ...changes }, context, {
      status: 'draft',
      copy: 'own',
      timeZone: 'Europe/London',
    }).cover.map(({ value }) => value);
  expect(read({})).toEqual(['28-Mar-2024', 'River', '1', '01-Mar-2025', 'Yes', '2 years 8 months']);
  expect(read({ water: 'sea', fromBoat: true, born: 'soon' })).toEqual(['Sea', 'Otter', '1', 'Yes']);
});

test('only the council’s copy shows what is for the council', () => {
  const [page] = licence.pages;
  const nhs = licence.questionAt('/nhs');
  if (!page || !nhs) throw new Error('The licence has lost its first page');
  nhs.element.options = { ...nhs.element.options, print: 'council' };
  const copies = (['own', 'council'] as const).map((copy) =>
    words(
      printDocument(licence, { ...fullAnswers, nhs: '9434765919' }, context, {
        status: 'submitted',
        copy,
        timeZone: 'UTC',
      }),
    ),
  );
  delete nhs.element.options.print;
  expect(copies.map((copy) => copy.includes('943 476 5919'))).toEqual([false, true]);
});

test('what only the council is told stands at the end of its copy of what was submitted, and nowhere else', () => {
  const check: Check = {
    id: 'costly',
    level: 'warning',
    for: 'council',
    at: '/cost',
    each: '/catches',
    facts: { stands: { fn: 'compare', left: '/cost', right: 100 } },
    when: { type: 'LEAF', scope: '#/$facts/stands', expectedValue: 'after' },
  };
  const definition = { ...licence.definition, checks: { ...licence.definition.checks, checks: [check] } };
  const form = compile(definition, compileValidators(definition));
  const answers = { ...fullAnswers, catches: [{ fish: 'pike', caught: '2026-01-02', cost: 101 }] };
  const last = (status: 'draft' | 'submitted', copy: 'own' | 'council') =>
    printDocument(form, answers, context, { status, copy, timeZone: 'UTC' }).sections.at(-1);
  expect(last('submitted', 'council')).toEqual({
    id: 'for-the-council',
    heading: 'For the council',
    blocks: [
      {
        kind: 'answer',
        pointer: '/catches',
        question: 'Your catches',
        lines: ['Row 1: These catches cost 101'],
        required: false,
      },
    ],
  });
  for (const other of [last('submitted', 'own'), last('draft', 'council')])
    expect(other).toMatchObject({ id: 'catches' });
  expect(validate(form, answers, 'all', context)).toEqual([]);
  expect(validate(form, answers, 'all', context, 'council')).toMatchObject([
    { keyword: 'check:costly', for: 'council' },
  ]);
});
