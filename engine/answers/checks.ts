import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import type { Check } from '../definition/definition.ts';
import { isObject, valueAt, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import { formatDate } from '../text/date.ts';
import { formatMoney, formatNumber } from '../text/number.ts';
import { compact, isBlank } from './blank.ts';
import { holds } from './condition.ts';
import { factsOf, type Facts } from './facts.ts';
import { whereabouts } from './message.ts';
import { questionNear } from './near.ts';
import type { Problem } from './problem.ts';

/** A fact or an answer in the middle of a sentence. */
const inWords = (form: CompiledForm, value: JsonValue, pointer: Pointer): string => {
  const question = form.questionAt(pointer);
  const choice = question?.choices?.find((each) => each.value === value);
  if (choice) return choice.label;
  if (typeof value === 'number') return question?.kind === 'money' ? formatMoney(value) : formatNumber(value);
  return formatDate(String(value));
};

/** Every scalar that a check's text may name: the answers beside the place, then the check's own facts, then the form's. */
const namedValues = (
  form: CompiledForm,
  check: Check,
  root: JsonObject,
  base: Pointer,
  fact: Facts,
): Record<string, string> => {
  const names = [...Object.keys(form.definition.checks.facts), ...Object.keys(check.facts ?? {})];
  const named: [string, JsonValue | undefined][] = [
    ...Object.entries(root),
    ...names.map((name): [string, JsonValue | undefined] => [name, fact(name)]),
  ];
  return Object.fromEntries(
    named.flatMap(([name, value]): [string, string][] =>
      value === undefined || value === null || typeof value === 'object'
        ? []
        : [[name, inWords(form, value, `${base}/${name}`)]],
    ),
  );
};

/**
 * What `checks.json` finds in these answers, in its order. `shown` are answers with every row in its place and without hidden ones;
 * a check at a hidden place says nothing.
 */
export const checks = (
  form: CompiledForm,
  shown: JsonObject,
  context: AnswerContext,
  hides: (pointer: Pointer) => boolean,
): Problem[] => {
  const whole = compact(shown).answers;
  const formFact = factsOf(form.definition.checks.facts, whole, context);

  const run = (check: Check, root: JsonObject, base: Pointer): Problem[] => {
    const fact = check.facts === undefined ? formFact : factsOf(check.facts, root, context, formFact);
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
        ...(check.link === undefined ? {} : { link: check.link }),
      },
    ];
  };

  return form.definition.checks.checks.flatMap((check) => {
    if (check.each === undefined) return run(check, whole, '');
    const { each } = check;
    const table = valueAt(shown, each);
    const rows = Array.isArray(table) ? table : [];
    return rows.flatMap((row, index) =>
      isObject(row) && !isBlank(row) ? run(check, compact(row).answers, `${each}/${index}`) : [],
    );
  });
};
