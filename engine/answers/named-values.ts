import type { CompiledForm, Question } from '../compile/form.ts';
import type { Check, Fact } from '../definition/definition.ts';
import { factFunction } from '../facts/index.ts';
import { isObject, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import { formatDate } from '../text/date.ts';
import { formatMoney, formatNumber } from '../text/number.ts';
import type { Facts } from './facts.ts';

/** An answer, or a fact about answers to `question`, in the middle of a sentence. */
const inWords = (form: CompiledForm, question: Question | undefined, value: JsonValue): string => {
  const choice = question?.choices?.find((each) => each.value === value);
  if (choice) return choice.label;
  if (typeof value === 'number')
    return question?.kind === 'money' ? formatMoney(value) : formatNumber(value, form.language);
  return formatDate(String(value), form.language);
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

/**
 * Every value that a check's text may name, in words: the answers beside the place, then the check's own facts, then the form's. Lists
 * of choices can be named where a fact gives them.
 */
export const namedValues = (
  form: CompiledForm,
  check: Check,
  root: JsonObject,
  base: Pointer,
  fact: Facts,
): Record<string, string> => {
  const facts = { ...form.definition.checks.facts, ...check.facts };
  const answers = Object.entries(root).flatMap(([name, value]): [string, string][] =>
    value === null || typeof value === 'object'
      ? []
      : [[name, inWords(form, form.questionAt(`${base}/${name}`), value)]],
  );
  const worked = Object.entries(facts).flatMap(([name, definition]): [string, string][] => {
    const value = fact(name);
    const question = sourceOf(form, definition, base);
    if (value === undefined || value === null || isObject(value)) return [];
    if (!Array.isArray(value)) return [[name, inWords(form, form.questionAt(`${base}/${name}`), value)]];
    return question === undefined
      ? []
      : [
          [
            name,
            listed(
              form,
              value.map((entry) => inWords(form, question, entry)),
            ),
          ],
        ];
  });
  return Object.fromEntries([...answers, ...worked]);
};
