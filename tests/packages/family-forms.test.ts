/** The three forms for families who have a plan: nothing but who and whom is needed, and a child of eleven can read them. */
import { describe, expect, test } from 'vitest';
import { readForm } from '../support/browser/read-form.ts';

const ids = ['ehcp-draft-comments', 'ehcp-review-views', 'ehcp-reassessment-request'];

/** Words that have to be there, however long: names of the law, of services, and what everybody in it calls things. */
const names = /Children and Families Act 2014|SENDIASS|Local Offer|re-assessment|\{\w+\}|\[([^\]]*)\]\([^)]*\)/g;

const syllables = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
        .match(/[aeiouy]{1,2}/g) ?? []
    ).length,
  );

/** The school grade by Flesch and Kincaid; five years more is the age. */
const gradeOf = (texts: readonly string[]): number => {
  const sentences = texts
    .flatMap((text) => text.replace(names, '$1').split(/(?<=[.?!:;])\s+|\n+/))
    .filter((part) => /\w/.test(part));
  const words = sentences.flatMap((sentence) => sentence.match(/[A-Za-z’'-]+/g) ?? []);
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (sounds / words.length) - 15.59;
};

describe.each(ids)('%s', (id) => {
  const { form, examples } = readForm(id);
  const texts = Object.entries(form.definition.texts['en'] ?? {});

  test('a child of nine to eleven can read it', () => {
    const read = texts
      .filter(([key]) => /^(start|page|send|check|about|words|\w+\.(label|help))/.test(key))
      .map(([, text]) => text);
    expect(gradeOf(read.filter((text) => /[.?]$/.test(text)))).toBeLessThan(6);
    for (const text of read)
      for (const sentence of text.replace(names, '$1').split(/(?<=[.?!:])\s+/))
        expect(sentence.split(' ').length, sentence).toBeLessThan(26);
  });

  test('who, whom, the date of birth and a name are needed, and nothing else', () => {
    const required = form.questions.filter((question) => question.required).map(({ pointer }) => pointer);
    expect(required.sort()).toEqual(['/asks', '/dateOfBirth', '/declarationName', '/firstName', '/lastName']);
    expect(examples['minimal']?.expect.outcome).toBe('accepted');
  });

  test('every rule that is not a slip of the pen says where it comes from', () => {
    const slips = [
      'dateOfBirthInFuture',
      'noticeInFuture',
      'noChangeSaid',
      'meetingOver',
      'lastInFuture',
      'declarationDateInFuture',
    ];
    const bare = form.definition.checks.checks.filter(
      ({ id: rule, source }) => source === undefined && !slips.includes(rule),
    );
    expect(bare).toEqual([]);
  });
});
