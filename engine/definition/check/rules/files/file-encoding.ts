import type { Source } from '../../../package/source.ts';
import type { Finding } from '../../problem.ts';
import type { Rule } from '../rule.ts';

/** What stands where a byte was no letter, and letters of two bytes that were read one by one. */
const WRONG = /\uFFFD|[\u0080-\u009F]|â€[\u0080-\u00BF\u2018-\u2122œ˜š]?|Ã[\u0080-\u00BF]|Â[£§©®°·\u00A0]/gu;

/** The word around a place, for a message. */
const around = (text: string, from: number, to: number): string => {
  const before = /[^\s"]{0,20}$/u.exec(text.slice(0, from))?.[0] ?? '';
  const after = /^[^\s"]{0,20}/u.exec(text.slice(to))?.[0] ?? '';
  return `${before}${text.slice(from, to)}${after}`;
};

/** The first in each line; a file that was saved so has many. */
const wrongLines = ({ path, text, positionAt }: Source): Finding[] => {
  const seen = new Set<number>();
  return [...text.matchAll(WRONG)].flatMap(({ index, 0: found }) => {
    const { line } = positionAt(index);
    if (seen.has(line)) return [];
    seen.add(line);
    const message = `A letter was lost or changed in “${around(text, index, index + found.length)}”.`;
    return [{ file: path, pointer: '', offset: index, message }];
  });
};

export const fileEncoding: Rule = {
  id: 'file-encoding',
  severity: 'error',
  about:
    'Every file is saved as UTF-8. One that a program saved as Windows-1252 (“ANSI”), or that went through it, has lost apostrophes, dashes, accents and pound signs, and people would read rubbish in their place.',
  hint: 'Write the letter again, and save the file as UTF-8; editors name this “Encoding” when saving.',
  wrong: '"name.label": "Child\uFFFDs name"',
  right: '"name.label": "Child’s name"',
  // A file in another encoding altogether is told by itself.
  check: ({ sources }) =>
    [...sources.values()].flatMap((source) => (source.text.includes('\u0000') ? [] : wrongLines(source))),
};
