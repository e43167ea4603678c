import { compileValidators } from '../../../../compile/ahead.ts';
import { compile } from '../../../../compile/compile.ts';
import { validate } from '../../../../answers/validate.ts';
import { visibility } from '../../../../answers/conditions/visibility.ts';
import type { Example, ExpectedProblem } from '../../../model/definition.ts';
import type { Finding } from '../../problem.ts';
import type { CheckContext, Rule } from '../rule.ts';

const ready = ({ manifest, schema, ui, checks, texts, hash }: CheckContext) => {
  if (!manifest || !schema || !ui || !checks) return undefined;
  const definition = { manifest, schema, ui, checks, texts, hash };
  try {
    return compile(definition, compileValidators(definition));
  } catch {
    // Other rules say why.
    return undefined;
  }
};

const named = ({ pointer, keyword }: ExpectedProblem): string => `${keyword} at ${pointer}`;

const differences = (
  expected: readonly ExpectedProblem[],
  found: readonly ExpectedProblem[],
  what: string,
): string[] => {
  const [wanted, had] = [expected.map(named), found.map(named)];
  return [
    ...wanted
      .filter((each) => !had.includes(each))
      .map((each) => `Expected the ${what} “${each}”, which does not come.`),
    ...had.filter((each) => !wanted.includes(each)).map((each) => `The ${what} “${each}” comes and is not expected.`),
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
  check: (context) => {
    const examples = Object.entries(context.examples);
    const form = examples.length === 0 ? undefined : ready(context);
    if (form === undefined) return [];
    const judge = ({ answers, today, context: values = {}, expect, hidden = [] }: Example): string[] => {
      const given = { today, values };
      const problems = validate(form, answers, 'all', given, 'council');
      const of = (level: 'error' | 'warning') => problems.filter((problem) => problem.level === level);
      const view = visibility(form, answers, given);
      return [
        ...differences('problems' in expect ? expect.problems : [], of('error'), 'problem'),
        ...differences(expect.warnings ?? [], of('warning'), 'warning'),
        ...hidden.filter((pointer) => !view.hides(pointer)).map((pointer) => `“${pointer}” is not hidden.`),
      ];
    };
    return examples.flatMap(([file, example]): Finding[] => {
      try {
        return judge(example).map((message) => ({ file, pointer: '/expect', message }));
      } catch {
        return [];
      }
    });
  },
};
