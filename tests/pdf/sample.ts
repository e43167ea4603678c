import type { PrintDocument } from '../../engine/index.ts';

const provision = Array.from({ length: 20 }, (_, index) => [
  `Reading programme ${index + 1}`,
  'Read simple words with confidence',
  '3 × 20 min',
  '3',
  'Teaching assistant',
  '01-Sep-2020',
  '01-Jul-2021',
  '£1,200.00',
  'Moved up one book band',
]);

/** A document with every kind of block, long text, and letters from outside the first font. */
export const sample: PrintDocument = {
  title: 'Sample Application Form',
  header: 'Anyshire Council',
  classification: 'OFFICIAL – SENSITIVE: PERSONAL',
  language: 'en-GB',
  direction: 'ltr',
  status: 'submitted',
  reference: 'FW-7K3M-9Q2P',
  subject: 'Zoë Łuczak',
  dateOfBirth: '01-Jan-2018',
  submittedAt: '14-Jul-2021 10:57',
  signatories: [{ label: 'Submitted by', name: 'Ada Obi, teacher', at: '14-Jul-2021 10:57' }],
  cover: [
    { label: 'Name', value: 'Zoë Łuczak' },
    { label: 'Reference', value: 'FW-7K3M-9Q2P' },
  ],
  sections: [
    {
      id: 'person',
      heading: 'Part 1: Personal Details',
      blocks: [
        { kind: 'heading', text: 'Who is it for?' },
        { kind: 'answer', pointer: '/name', question: 'Full name', lines: ['Siôn ap Rhys ŵ ŷ ó ł ß'], required: true },
        { kind: 'answer', pointer: '/town', question: 'Town', lines: [], required: true },
        {
          kind: 'answer',
          pointer: '/emoji',
          question: 'In pictures',
          lines: ['Happy 😀 and \u{10FFFD} end'],
          required: false,
        },
        { kind: 'answer', pointer: '/arabic', question: 'In Arabic', lines: ['مرحبا بالعالم'], required: false },
        { kind: 'answer', pointer: '/word', question: 'One long word', lines: ['x'.repeat(400)], required: false },
        {
          kind: 'answer',
          pointer: '/story',
          question: 'The story so far',
          lines: Array.from(
            { length: 8 },
            (_, index) => `Paragraph ${index + 1}. ${'Words and more words. '.repeat(45)}`,
          ),
          required: true,
        },
        {
          kind: 'table',
          pointer: '/provision',
          question: 'Provision in the last 12 months',
          required: true,
          columns: ['What', 'Aim', 'How often', 'Group', 'Staff', 'Start', 'End', 'Cost', 'Outcome'].map((label) => ({
            label,
            numeric: label === 'Cost' || label === 'Group',
          })),
          rows: provision,
          totals: ['', '', '', '', '', '', '', '£24,000.00', ''],
        },
        { kind: 'answer', pointer: '/after', question: 'After the table', lines: ['Upright again'], required: false },
        {
          kind: 'table',
          pointer: '/contacts',
          question: 'Contacts',
          required: true,
          columns: Array.from({ length: 12 }, (_, index) => ({ label: `Detail ${index + 1}`, numeric: false })),
          rows: [Array.from({ length: 12 }, (_, index) => `value ${index + 1}`)],
        },
      ],
    },
  ],
  attachments: [{ id: 'a1', name: 'consent form.pdf', kind: 'Consent Form', title: 'Signed', bytes: 1_234_567 }],
};
