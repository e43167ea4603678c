import type { CompiledForm, Question } from '../compile/form.ts';
import type { Check, Fact } from '../definition/model/definition.ts';
import { factFunction } from '../facts/index.ts';
import { isObject, type JsonObject, type JsonValue, type Pointer, textOf } from '../json.ts';
import { formatDate } from '../text/date.ts';
import { formatMoney, formatNumber } from '../text/number.ts';
import type { Facts } from './facts.ts';

/** An answer, or a fact about answers to `question`, in the middle of a sentence. */
const inWords = (form: CompiledForm, question: Question | undefined, value: JsonValue): string => {
  const choice = question?.choices?.find((each) => each.value === value);
  if (choice) return choice.label;
  if (typeof value === 'number')
    return question?.kind === 'money' ? formatMoney(value) : formatNumber(value, form.language);
  return formatDate(textOf(value), form.language);
};

/** `A`, `A and B`, `A, B and C`; with semicolons where a name has such a word or sign itself. */
const listed = (form: CompiledForm, words: readonly string[]): string => {
  const and = ` ${form.text('word.and') ?? 'and'} `;
  if (words.length < 2 || words.some((word) => word.includes(',') || word.includes(and))) return words.join('; ');
  return `${words.slice(0, -1).join(', ')}${and}${words.at(-1) ?? ''}`;
};

/** The question from whose answers a fact takes the entries of its list. */
const sourceOf = (form: CompiledForm, fact: Fact | undefined, base: Pointer): Question | undefined => {
  const from = fact?.['of'];
  if (fact === undefined || factFunction(fact.fn)?.gives !== 'list' || typeof from !== 'string') return undefined;
  return form.questionAt(base + from) ?? form.questionAt(from);
};

/** A fact in words; undefined where it has none: one that cannot be worked out, or a list that is not of choices. */
const factInWords = (
  form: CompiledForm,
  check: Check,
  name: string,
  base: Pointer,
  fact: Facts,
): string | undefined => {
  const definition = check.facts?.[name] ?? form.definition.checks.facts[name];
  const value = definition === undefined ? undefined : fact(name);
  if (value === undefined || value === null || isObject(value)) return undefined;
  if (!Array.isArray(value)) return inWords(form, form.questionAt(`${base}/${name}`), value);
  const question = sourceOf(form, definition, base);
  return question === undefined
    ? undefined
    : listed(
        form,
        value.map((entry) => inWords(form, question, entry)),
      );
};

/**
 * The values that a check's text names, in words: the answers beside the place, the check's own facts and the form's, of which one called
 * like an answer wins. Lists of choices can be named where a fact gives them.
 */
export const namedValues = (
  form: CompiledForm,
  check: Check,
  root: JsonObject,
  base: Pointer,
  fact: Facts,
): Record<string, string> => {
  const named = [...(form.text(`check.${check.id}`) ?? '').matchAll(/\{([A-Za-z][A-Za-z0-9_]*)\}/g)];
  return Object.fromEntries(
    named.flatMap(([, name = '']): [string, string][] => {
      const worked = factInWords(form, check, name, base, fact);
      if (worked !== undefined) return [[name, worked]];
      const answer = Object.hasOwn(root, name) ? root[name] : undefined;
      if (answer === undefined || answer === null || typeof answer === 'object') return [];
      return [[name, inWords(form, form.questionAt(`${base}/${name}`), answer)]];
    }),
  );
};
