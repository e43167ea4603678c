import { format, unnamed, weightedSum } from './format.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

const valueOf = (character: string): number => (/\d/.test(character) ? Number(character) : LETTERS.indexOf(character));

/** Unique Pupil Number: check letter, 3 digits of authority, 4 of school, 2 of year, 3 serial; a temporary one ends in a letter. */
export const upn = format({
  id: 'upn',
  squeeze: unnamed('UPN'),
  strict: (text) =>
    /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(text) &&
    LETTERS[weightedSum(Array.from(text.slice(1)).map(valueOf), WEIGHTS) % 23] === text[0],
  message: "Enter the UPN as it is in the school's system: a letter, then 12 characters",
  mistyped: {
    shape: /^[A-Z]\d{11}[\dA-Z]$/,
    message: 'Check the UPN: one of its letters or digits is not right',
  },
  example: 'B801200005001',
  valid: [
    'B801200005001',
    'F931400123001',
    'E93140012301A',
    'J93140012305K',
    'b801 2000 05001',
    'B801.2000.05001',
    'UPN B801200005001',
    'upn: B801200005001',
  ],
  invalid: ['A801200005001', 'Q207000016049', 'I801200005001', 'B80120000500', 'B8012000050011', 'B80120000500S'],
});
