import type { CompiledForm, Question, SchemaError } from '../compile/form.ts';
import type { JsonValue } from '../json.ts';

/** The branch of a `oneOf` question that a value was meant for. */
export interface Branch {
  index: number;
  /** What is wrong with the value as an answer of that branch; pointers start at the value. */
  errors: SchemaError[];
}

/** How far a value is from a branch: a wrong constant or type says that another was meant; anything else may still be fixed. */
const distance = (errors: readonly SchemaError[]): number =>
  errors.reduce((sum, { keyword }) => sum + (['const', 'enum', 'type'].includes(keyword) ? 1000 : 1), 0);

/** The branch that a value fits, or fits best, by the precompiled `branch:` validators; the first for no value at all. */
export const nearestBranch = (form: CompiledForm, question: Question, value: JsonValue | undefined): Branch => {
  const keyword = question.schema.oneOf === undefined ? 'anyOf' : 'oneOf';
  const branches = question.parts.map((_, index): Branch => {
    const validate = form.validators(`branch:${question.schemaPointer}/${keyword}/${index}`);
    return { index, errors: value === undefined ? [] : (validate?.(value) ?? []) };
  });
  return branches.reduce((best, each) => (distance(each.errors) < distance(best.errors) ? each : best), {
    index: 0,
    errors: branches[0]?.errors ?? [],
  });
};
