import { visibility, type Visibility } from '../../../../answers/conditions/visibility.ts';
import type { CompiledForm } from '../../../../compile/form.ts';
import type { Example } from '../../../model/definition.ts';
import { readyForm } from '../../compiled.ts';
import type { Finding } from '../../problem.ts';
import type { CheckContext } from '../rule.ts';

export type Told = Pick<Finding, 'pointer' | 'message'>;

/** What a rule says of each example. Nothing while the form cannot run, or of an example that cannot be judged: other rules say why. */
export const ofExamples = (
  context: CheckContext,
  judge: (form: CompiledForm, example: Example) => Told[],
): Finding[] => {
  const form = readyForm(context);
  if (form === undefined) return [];
  return Object.entries(context.examples).flatMap(([file, example]): Finding[] => {
    try {
      return judge(form, example).map((told) => ({ file, ...told }));
    } catch {
      return [];
    }
  });
};

const known = new WeakMap<Example, Visibility>();

/** What is shown for the answers of an example; worked out once for all rules. */
export const viewOf = (form: CompiledForm, example: Example): Visibility => {
  const { answers, today, context: values = {} } = example;
  const view = known.get(example) ?? visibility(form, answers, { today, values });
  known.set(example, view);
  return view;
};
