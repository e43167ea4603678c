import type { Problem } from '../../../../answers/problem.ts';
import { validate } from '../../../../answers/validate.ts';
import type { ExpectedProblem } from '../../../model/definition.ts';
import type { Rule } from '../rule.ts';
import { ofExamples, viewOf, type Told } from './judged.ts';

const isSame = (one: ExpectedProblem, other: ExpectedProblem): boolean =>
  one.pointer === other.pointer && one.keyword === other.keyword;

/** What comes and is not expected stands at the answer, what is expected and does not come where it is expected. */
const differences = (
  expected: readonly ExpectedProblem[],
  found: readonly Problem[],
  list: 'problems' | 'warnings',
): Told[] => {
  const what = list === 'problems' ? 'problem' : 'warning';
  return [
    ...found
      .filter((problem) => !expected.some((each) => isSame(each, problem)))
      .map(({ pointer, keyword, label, message }) => ({
        pointer: `/answers${pointer}`,
        message: `The example does not expect this ${what} with “${label}”: ${message} (${keyword} at ${pointer})`,
      })),
    ...expected.flatMap((each, index) =>
      found.some((problem) => isSame(each, problem))
        ? []
        : [
            {
              pointer: `/expect/${list}/${index}`,
              message: `The ${what} “${each.keyword}” at ${each.pointer} is expected and does not come with these answers.`,
            },
          ],
    ),
  ];
};

export const exampleOutcome: Rule = {
  id: 'example-outcome',
  severity: 'error',
  about:
    'Recorded answers come out as their example says: accepted or rejected, with just these problems and warnings, and these answers hidden.',
  hint: 'Correct the form if it judges wrongly, otherwise the example.',
  wrong: '"expect": { "outcome": "accepted" } for answers that lack a required one',
  right: '"expect": { "outcome": "rejected", "problems": [{ "pointer": "/site", "keyword": "required" }] }',
  check: (context) =>
    ofExamples(context, (form, example) => {
      const { answers, today, context: values = {}, expect, hidden = [] } = example;
      const problems = validate(form, answers, 'all', { today, values }, 'council');
      const of = (level: 'error' | 'warning') => problems.filter((problem) => problem.level === level);
      const view = viewOf(form, example);
      return [
        ...differences('problems' in expect ? expect.problems : [], of('error'), 'problems'),
        ...differences(expect.warnings ?? [], of('warning'), 'warnings'),
        ...hidden.flatMap((pointer, index) =>
          view.hides(pointer)
            ? []
            : [{ pointer: `/hidden/${index}`, message: `“${pointer}” is not hidden with these answers.` }],
        ),
      ];
    }),
};
