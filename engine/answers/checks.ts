import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import type { Check, Condition, Fact } from '../definition/model/definition.ts';
import { isObject, valueAt, type JsonObject, type Pointer } from '../json.ts';
import { compact, isBlank } from './blank.ts';
import { holds, type Scene } from './conditions/condition.ts';
import { factsOf, type Facts } from './facts.ts';
import { whereabouts } from './message.ts';
import { namedValues } from './named-values.ts';
import { questionNear } from './near.ts';
import type { Finding, Reader } from './problem.ts';

type Definitions = Readonly<Record<string, Fact>>;

/** Whether a fact of a check's own says another thing in each row: it looks at the row, at its number, or at a fact that does. */
const isOfRow = (own: Definitions, fact: Fact, seen: readonly Fact[] = []): boolean =>
  !seen.includes(fact) &&
  JSON.stringify(fact)
    .split('"')
    .some((word) => {
      const other = word.startsWith('$') ? own[word.slice(1)] : undefined;
      return (
        word.startsWith('/') || word === 'context:row' || (other !== undefined && isOfRow(own, other, [...seen, fact]))
      );
    });

const factsWhere = (own: Definitions, wanted: (fact: Fact) => boolean): Definitions =>
  Object.fromEntries(Object.entries(own).filter(([, fact]) => wanted(fact)));

/** The facts of a check that are worked out row by row. */
const rowFacts = ({ facts: own = {} }: Check): Definitions => factsWhere(own, (fact) => isOfRow(own, fact));

/** Those that are the same in every row, and are worked out once. */
const sharedFacts = ({ facts: own = {} }: Check): Definitions => factsWhere(own, (fact) => !isOfRow(own, fact));

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
): Finding[] => {
  const whole = compact(shown).answers;
  const formFact = factsOf(form.definition.checks.facts, whole, context);
  const known = new Map<Condition, boolean>();

  const run = (
    check: Check,
    own: Definitions,
    outer: Facts,
    { root, base, row }: { root: JsonObject; base: Pointer; row?: number },
  ): Finding[] => {
    const here = row === undefined ? context : { ...context, values: { ...context.values, row } };
    const fact = factsOf(own, root, here, outer);
    const pointer = base + check.at;
    const scene: Scene = { root, fact, validators: form.validators, known, own };
    if (hides(pointer) || !holds(check.when, scene)) return [];
    const question = questionNear(form, pointer);
    const key = `check.${check.id}`;
    return [
      {
        pointer,
        page: question?.pageId ?? '',
        label: question?.label ?? '',
        keyword: `check:${check.id}`,
        word: () =>
          (check.each === undefined ? '' : whereabouts(form, `${base}/`)) +
          (form.text(key, namedValues(form, check, root, base, fact)) ?? key),
        level: check.level,
        ...(check.for === undefined ? {} : { for: check.for }),
        ...(check.link === undefined ? {} : { link: check.link }),
      },
    ];
  };

  return form.definition.checks.checks.flatMap((check) => {
    if (check.for === 'council' && reader !== 'council') return [];
    const outer = factsOf(sharedFacts(check), whole, context, formFact);
    const own = rowFacts(check);
    if (check.each === undefined) return run(check, own, outer, { root: whole, base: '' });
    const { each } = check;
    const table = valueAt(shown, each);
    const rows = Array.isArray(table) ? table : [];
    const filled = rows.flatMap((row, index) => (isObject(row) && !isBlank(row) ? [{ row, index }] : []));
    return filled.flatMap(({ row, index }, position) =>
      run(check, own, outer, { root: compact(row).answers, base: `${each}/${index}`, row: position + 1 }),
    );
  });
};
