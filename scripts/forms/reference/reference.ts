/** `reference`: docs/authoring/reference.md, everything that the files of a form may say, made from what the engine holds them to. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argumentWords, definitionSchemas } from '../../../engine/author.ts';
import { factFunctions, formats } from '../../../engine/index.ts';
import { knownValues } from '../../../server/modules/drafts/index.ts';
import { taskKnown } from '../../../server/modules/tasks/index.ts';
import { questionKinds } from './question-kinds.ts';
import { cell, code, schemaTables, spaced, table, type Kind } from '../schema-tables.ts';

const path = join(import.meta.dirname, '../../..', 'docs', 'authoring', 'reference.md');

const json = (value: unknown): string =>
  code(
    JSON.stringify(value)
      .replaceAll(/([{,:])/g, '$1 ')
      .replaceAll('}', ' }'),
  );

const fileSection = (kind: Kind): string[] => {
  const { title, description } = definitionSchemas[kind];
  return ['', `## ${cell(title)}`, '', cell(description), '', ...schemaTables(kind)];
};

const kindSection = (): string[] => [
  '',
  '## Kinds of question',
  '',
  'How a question is asked follows from the schema of its answer and, where that leaves it open, from the options of its control.',
  '',
  ...table(
    ['kind', 'what it asks', 'schema.json', 'options in ui.json'],
    Object.entries(questionKinds).map(([kind, { about, schema, options }]) => [
      spaced(kind),
      cell(about),
      json(schema),
      options === undefined ? '' : json(options),
    ]),
  ),
];

const formatSection = (): string[] => [
  '',
  '## Formats',
  '',
  'What `"format"` in schema.json may name. Answers are taken as people type them, with spaces or in small letters, and kept in one way.',
  '',
  ...table(
    ['format', 'example as it is kept', 'shown as', 'what is said when it does not fit'],
    Object.values(formats).map(({ id, valid: [kept = ''], tidy, show, message, mistyped }) => [
      code(id),
      code(tidy(kept)),
      cell(show(tidy(kept))),
      cell(mistyped === undefined ? message : `${message}. / ${mistyped.message}`),
    ]),
  ),
];

const gives: Readonly<Record<string, string>> = {
  number: 'a number',
  boolean: 'true or false',
  text: 'a text',
  value: 'a value',
  list: 'a list',
};

const factSection = (): string[] => [
  '',
  '## Functions of facts',
  '',
  'A fact is a name for what follows from answers: `"age": { "fn": "ageOn", "date": "/dateOfBirth", "on": "today" }`. Conditions name it as',
  '`#/$facts/age`, texts as `{age}`. A fact that cannot be worked out, because an answer is missing, has no value, and no condition on it holds.',
  '',
  ...table(
    ['what an argument takes', 'what may stand there'],
    Object.entries(argumentWords).map(([takes, words]) => [spaced(takes), words]),
  ),
  ...factFunctions.flatMap(({ id, about, arguments: taken, gives: given }) => [
    '',
    `### ${id}`,
    '',
    `${about} Gives ${gives[given] ?? given}.`,
    '',
    ...table(
      ['argument', 'takes', 'needed', 'what it is'],
      Object.entries(taken).map(([name, { takes, about: words, optional }]) => [
        code(name),
        spaced(takes),
        optional === true ? '' : 'yes',
        cell(words),
      ]),
    ),
  ]),
];

const textSection = (): string[] => [
  '',
  '## Keys of texts',
  '',
  ...table(
    ['key', 'what it words'],
    [
      [
        '`<question>.label`',
        'the question; `<question>` is its path without row numbers (`contacts.phone`), its `i18n` in ui.json, or the `i18n` of its schema, in that order: control, path, schema',
      ],
      ['`<question>.help`', 'what stands below the label'],
      ['`<question>.option.<value>`', 'one choice; of `oneOf` the number of the branch, from 0'],
      [
        '`<question>.error.<keyword>`',
        'what is said when the answer does not fit: `required`, `maxLength`, `pattern` and the other keywords of the schema; without it the engine has words of its own',
      ],
      ['`<question>.add`', 'of a table: the button that adds a row'],
      ['`<question>.rows`', 'of a fixed table: the heading above the names of its rows'],
      ['`page.<id>.label`, `.help`', 'a page'],
      ['`<i18n>.label`, `.help`', 'a group'],
      ['`<i18n>.text`', 'a Label: words between questions'],
      [
        '`….label.paper`, `….help.paper`, `….text.paper`',
        'what stands for such a text on a form for paper, where nothing is clicked, uploaded or saved: other words, or for a help and a Label `-` to leave it out',
      ],
      ['`check.<id>`', 'the problem that a check finds'],
      ['any other key', 'what form.json names by it'],
    ].map((row) => row.map(cell)),
  ),
  '',
  '`{name}` in a text is the value of a fact or, in an error, of the keyword. `[words](setting:localOffer)` links to an address of the council’s settings.',
];

const account = {
  email: '',
  profile: {
    forename: '',
    surname: '',
    professional: true,
    jobRole: '',
    organisation: '',
    phone: '',
    address: { houseNo: '', street: '', town: '', postcode: '' },
  },
};

/** Names of all that a form may be filled in with beforehand. */
const knownSection = (): string[] => {
  const user = Object.keys(knownValues(account, ''));
  const task = Object.keys(taskKnown({ sentOn: 'x', dueDate: 'x', comments: 'x', organisation: 'x' }));
  return [
    '',
    '## Known values',
    '',
    'What `prefill` in form.json may name: of the person who fills the form in, and today:',
    `${user.map(code).join(', ')}; of the request by which a task was sent: ${task.map(code).join(', ')}, and whatever else of \`task.…\` a form`,
    'names, which the sender is then asked for; of the case that it belongs to: the names that the council’s case.json gives.',
  ];
};

export const referenceDocument = (): string =>
  [
    '# Reference',
    '',
    'Everything that the files of a form may say. This page is made by `npm run forms -- reference --write` from the JSON Schemas and tables that the',
    'check and the engine themselves work by; an editor shows the same while you type.',
    ...fileSection('manifest'),
    ...fileSection('schema'),
    ...kindSection(),
    ...formatSection(),
    ...fileSection('ui'),
    ...fileSection('checks'),
    ...factSection(),
    ...fileSection('texts'),
    ...textSection(),
    ...knownSection(),
    ...fileSection('example'),
    ...fileSection('migration'),
    ...fileSection('block'),
    '',
  ]
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');

export const writeReference = (): void => writeFileSync(path, referenceDocument());

/** The page as it stands in the repository. */
export const writtenReference = (): string => readFileSync(path, 'utf8');
