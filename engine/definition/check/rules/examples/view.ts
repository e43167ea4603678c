import { visibility, type Visibility } from '../../../../answers/conditions/visibility.ts';
import type { CompiledForm } from '../../../../compile/form.ts';
import type { Example } from '../../../model/definition.ts';

const known = new WeakMap<Example, Visibility>();

/** What is shown for the answers of an example; worked out once for all rules. */
export const viewOf = (form: CompiledForm, example: Example): Visibility => {
  const { answers, today, context: values = {} } = example;
  const view = known.get(example) ?? visibility(form, answers, { today, values });
  known.set(example, view);
  return view;
};
