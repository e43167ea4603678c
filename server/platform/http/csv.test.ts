import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test('what a spreadsheet would run as a formula stays a text', () => {
  for (const text of ['=1+1', '+44 1632', '-2', '@SUM(A1)', ' =cmd', '\t=1', '\u200b=1', '＝1'])
    expect(csvLine([text])).toBe(`'${text}\r\n`);
  expect(csvLine(['=HYPERLINK("x","y")'])).toBe(`"'=HYPERLINK(""x"",""y"")"\r\n`);
});

test('nor does a spreadsheet find one that parts cells at semicolons', () => {
  expect(csvLine(['a;=cmd()'])).toBe("a;'=cmd()\r\n");
  const letters = fc.constantFrom('a', '=', '-', '+', '@', ';', ',', ' ', '"', '\n', '\r', '\t', "'", '\u200b', '＝');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: letters, maxLength: 12 }), { minLength: 1, maxLength: 4 }), (cells) => {
      const pieces = cells.flatMap((cell) => csvLine([cell]).split(/[;\r\n]/));
      for (const piece of pieces) expect(piece).not.toMatch(/^[\s\u200b"]*[-=+@＝]/);
    }),
  );
});

test('commas, quotes and line breaks stay in their cell, numbers stay numbers', () => {
  expect(csvLine(['Amos, Ruth', 'the "old" one', 'two\nlines', -3, undefined, 'Ó Briain'])).toBe(
    '"Amos, Ruth","the ""old"" one","two\nlines",-3,,Ó Briain\r\n',
  );
});
