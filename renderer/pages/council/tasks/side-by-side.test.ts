import { expect, test } from 'vitest';
import type { PrintDocument } from '../../../../engine/index.ts';
import { sideBySide } from './side-by-side.ts';

const document = (answers: Record<string, string[]>): PrintDocument => ({
  title: '',
  header: '',
  classification: '',
  language: 'en',
  direction: 'ltr',
  status: 'submitted',
  subject: '',
  signatories: [],
  cover: [],
  attachments: [],
  sections: [
    {
      id: 'one',
      heading: 'One',
      blocks: [
        { kind: 'note', text: 'Read this' },
        ...Object.entries(answers).map(([pointer, lines]) => ({
          kind: 'answer' as const,
          pointer,
          question: pointer.slice(1),
          lines,
          required: false,
        })),
      ],
    },
  ],
});

test('each question has a line with the answer of each, in their order, whoever was asked it', () => {
  const [page] = sideBySide([document({ '/fish': ['Carp'] }), document({ '/fish': ['Pike'], '/boat': ['Yes'] })]);
  expect(page?.rows).toEqual([
    { pointer: '/fish', question: 'fish', answers: [['Carp'], ['Pike']], differs: true },
    { pointer: '/boat', question: 'boat', answers: [[], ['Yes']], differs: false },
  ]);
});

test('the same words, or no answer, do not differ', () => {
  const [page] = sideBySide([
    document({ '/fish': ['Carp'] }),
    document({ '/fish': ['Carp'] }),
    document({ '/fish': [] }),
  ]);
  expect(page?.rows[0]?.differs).toBe(false);
});

test('a table is told row by row with the names of its columns', () => {
  const one = document({});
  one.sections[0]?.blocks.push({
    kind: 'table',
    pointer: '/catch',
    question: 'Catch',
    required: false,
    columns: [
      { label: '', numeric: false },
      { label: 'Fish', numeric: false },
      { label: 'Weight', numeric: true },
    ],
    rows: [
      ['Monday', 'Carp', '3'],
      ['Tuesday', '', ''],
    ],
  });
  expect(sideBySide([one])[0]?.rows[0]?.answers).toEqual([['Monday; Fish: Carp; Weight: 3', 'Tuesday']]);
});
