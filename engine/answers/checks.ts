import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import type { Check } from '../definition/definition.ts';
import { isObject, valueAt, type JsonObject, type Pointer } from '../json.ts';
import { compact, isBlank } from './blank.ts';
import { holds } from './condition.ts';
import { factsOf } from './facts.ts';
import { whereabouts } from './message.ts';
import { namedValues } from './named-values.ts';
import { questionNear } from './near.ts';
import type { Problem, Reader } from './problem.ts';

/**
 * What `checks.json` finds in these answers, in its order. `shown` are answers with every row in its place and without hidden ones;
 * a check at a hidden place says nothing. To the facts of a check with `each`, `context:row` is the number of the row, 1 for the first that
 * is filled in.
 */
export const checks = (
  form: CompiledForm,
  shown: JsonObject,
  context: AnswerContext,
  hides: (pointer: Pointer) => boolean,
  reader: Reader,
): Problem[] => {
  const whole = compact(shown).answers;
  const formFact = factsOf(form.definition.checks.facts, whole, context);

  const run = (check: Check, root: JsonObject, base: Pointer, row?: number): Problem[] => {
    const here = row === undefined ? context : { ...context, values: { ...context.values, row } };
    const fact = check.facts === undefined ? formFact : factsOf(check.facts, root, here, formFact);
    const pointer = base + check.at;
    if (hides(pointer) || !holds(check.when, { root, fact, validators: form.validators })) return [];
    const question = questionNear(form, pointer);
    const key = `check.${check.id}`;
    const message = form.text(key, namedValues(form, check, root, base, fact)) ?? key;
    return [
      {
        pointer,
        page: question?.pageId ?? '',
        label: question?.label ?? '',
        keyword: `check:${check.id}`,
        message: (check.each === undefined ? '' : whereabouts(form, `${base}/`)) + message,
        level: check.level,
        ...(check.for === undefined ? {} : { for: check.for }),
        ...(check.link === undefined ? {} : { link: check.link }),
      },
    ];
  };

  return form.definition.checks.checks.flatMap((check) => {
    if (check.for === 'council' && reader !== 'council') return [];
    if (check.each === undefined) return run(check, whole, '');
    const { each } = check;
    const table = valueAt(shown, each);
    const rows = Array.isArray(table) ? table : [];
    const filled = rows.flatMap((row, index) => (isObject(row) && !isBlank(row) ? [{ row, index }] : []));
    return filled.flatMap(({ row, index }, position) =>
      run(check, compact(row).answers, `${each}/${index}`, position + 1),
    );
  });
};
