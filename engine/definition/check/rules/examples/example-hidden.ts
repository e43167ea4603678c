import type { Rule } from '../rule.ts';
import { ofExamples, viewOf } from './judged.ts';

export const exampleHidden: Rule = {
  id: 'example-hidden',
  severity: 'warning',
  about:
    'An example answers what is shown. An answer to a question that the other answers hide is left out when the form is submitted; an example that means to show this names it under “hidden”.',
  hint: 'Take the answer out, correct the answers on which it depends, or name it under “hidden”.',
  wrong: '"answers": { "swims": false, "metres": 50 }',
  right: '"answers": { "swims": false, "metres": 50 }, "hidden": ["/metres"]',
  check: (context) =>
    ofExamples(context, (form, example) => {
      const { hidden = [] } = example;
      const isNamed = (pointer: string): boolean =>
        hidden.some((each) => pointer === each || pointer.startsWith(`${each}/`) || each.startsWith(`${pointer}/`));
      return viewOf(form, example)
        .hiddenAnswers.filter((pointer) => !isNamed(pointer))
        .map((pointer) => ({
          pointer: `/answers${pointer}`,
          message: `“${pointer}” has an answer, and is hidden by the other answers.`,
        }));
    }),
};
