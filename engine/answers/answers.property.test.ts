import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueAt } from '../json.ts';
import { someAnswers } from '../testing/answers.ts';
import { context, licence } from '../testing/licence.ts';
import { prune } from './prune.ts';
import { validate } from './validate.ts';
import { visibility } from './conditions/visibility.ts';
import { without } from './without.ts';

const holdsFor = (property: (answers: Parameters<typeof prune>[1]) => void): void =>
  fc.assert(fc.property(someAnswers, property), { numRuns: 300 });

test('hidden answers count for nothing: without them the same is shown', () => {
  holdsFor((answers) => {
    const before = visibility(licence, answers, context);
    const after = visibility(licence, without(answers, before.hiddenAnswers), context);
    for (const question of licence.questions)
      expect(after.shows(question.element)).toBe(before.shows(question.element));
    expect(after.hiddenAnswers).toEqual([]);
  });
});

test('what is hidden on a hidden element is hidden too', () => {
  holdsFor((answers) => {
    const view = visibility(licence, answers, context);
    for (const pointer of view.hiddenAnswers) expect(view.hides(`${pointer}/within`)).toBe(true);
  });
});

test('pruning twice is pruning once, and changes nothing in what was given', () => {
  holdsFor((answers) => {
    const before = JSON.stringify(answers);
    const pruned = prune(licence, answers, context);
    expect(JSON.stringify(answers)).toBe(before);
    expect(prune(licence, pruned, context)).toEqual(pruned);
  });
});

test('pruned answers are judged as the answers were', () => {
  holdsFor((answers) => {
    const words = (given: typeof answers): string[] =>
      validate(licence, given, 'all', context).map(({ keyword, label }) => `${keyword} ${label}`);
    expect(words(prune(licence, answers, context))).toEqual(words(answers));
  });
});

test('nobody is told of a problem where nothing is shown, and every place is named once in the order of the pages', () => {
  holdsFor((answers) => {
    const problems = validate(licence, answers, 'all', context);
    const view = visibility(licence, answers, context);
    for (const problem of problems) expect(view.hides(problem.pointer)).toBe(false);
    const errors = problems.filter((problem) => !problem.keyword.startsWith('check:')).map(({ pointer }) => pointer);
    expect(new Set(errors).size).toBe(errors.length);
    const pages = problems.map(({ page }) => licence.pages.findIndex(({ id }) => id === page)).filter((at) => at >= 0);
    expect(pages).toEqual([...pages].sort((left, right) => left - right));
  });
});

test('the pages together find what the whole finds, but for answers that the form does not have', () => {
  holdsFor((answers) => {
    const whole = validate(licence, answers, 'all', context).filter(({ page }) => page !== '');
    const byPage = licence.pages.flatMap(({ id }) => validate(licence, answers, { page: id }, context));
    expect(byPage).toEqual(whole);
  });
});

test('a problem about an answer that was given points at that answer', () => {
  holdsFor((answers) => {
    for (const { pointer, keyword } of validate(licence, answers, 'all', context))
      if (['format', 'enum', 'maxLength', 'maximum'].includes(keyword))
        expect(valueAt(answers, pointer)).not.toBeUndefined();
  });
});
