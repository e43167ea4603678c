import type { CompiledForm, Question } from '../compile/form.ts';
import { isShortOfYear } from '../formats/date.ts';
import { formatOf } from '../formats/index.ts';
import { type JsonObject, type Pointer, textOf, valueAt } from '../json.ts';
import { characterCount } from '../text/characters.ts';
import { formatMoney, formatNumber, plural } from '../text/number.ts';
import { isUnclearNumber } from '../text/typed-number.ts';
import { fill, firstText } from '../text/texts.ts';
import type { Fault } from './faults.ts';
import { sentences } from './sentences.ts';

type Values = Record<string, string | number>;

/** First words that keep their capital in the middle of a sentence, besides those with a second capital or a figure. */
const PROPER = /^(?:I|English|British|Welsh|Scottish|Irish|European|Christian)\b/;

/** A label in the middle of a sentence: `Home address` → `home address`, but `NHS number` stays. */
export const inSentence = (label: string): string =>
  /^[A-Z][a-z'’]*(?=[\s,)/-]|$)/.test(label) && !PROPER.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;

/** A long label or one with punctuation reads badly in the middle of a sentence and is quoted instead. */
const needsQuotes = (label: string): boolean => /[?:;.!]/.test(label) || label.length > 60;

const firstSentence = (form: CompiledForm, keys: readonly string[], values: Values): string | undefined => {
  for (const key of keys) {
    const own = form.text(`message.${key}`, values);
    if (own !== undefined) return own;
    if (Object.hasOwn(sentences, key)) return fill(sentences[key] ?? '', values);
  }
  return undefined;
};

/** The form's own words for a key, else the engine's. */
export const sentenceFor = (form: CompiledForm, key: string, values: Values): string | undefined =>
  firstSentence(form, [key], values);

const lengthOf = (value: unknown): number => (typeof value === 'string' ? characterCount(value) : 0);

const valuesOf = (form: CompiledForm, question: Question, params: Fault['params'], value: unknown): Values => {
  const { limit, multipleOf, allowedValue } = params;
  const number = typeof limit === 'number' ? limit : typeof multipleOf === 'number' ? multipleOf : undefined;
  const expected = question.choices?.find((choice) => choice.value === allowedValue)?.label;
  return {
    label: question.label,
    name: inSentence(question.label),
    length: formatNumber(lengthOf(value), form.language),
    ...(expected === undefined ? {} : { expected: expected.toLowerCase() }),
    ...(number === undefined
      ? {}
      : {
          limit: question.kind === 'money' ? formatMoney(number) : formatNumber(number, form.language),
          rows: plural(number, 'row'),
          documents: plural(number, 'document'),
        }),
  };
};

/** What is said about a fault in the answer to a question: the form's own words, the format's, else the engine's. Of a year that is too short, a number that may be two, or an identifier that was mistyped, that. */
export const messageOf = (
  form: CompiledForm,
  question: Question,
  fault: Omit<Fault, 'pointer'>,
  value?: unknown,
): string => {
  const { keyword, params } = fault;
  const values = valuesOf(form, question, params, value);
  const year = keyword === 'format' && question.schema.format === 'date' && isShortOfYear(textOf(value ?? ''));
  if (year) return sentenceFor(form, 'format.date.year', values) ?? question.label;
  const whole = question.schema.type === 'integer' || params['multipleOf'] === 1;
  const unclear = keyword === 'type' && !whole && ['number', 'money'].includes(question.kind) && isUnclearNumber(value);
  if (unclear) return sentenceFor(form, `type.${question.kind}.unclear`, values) ?? question.label;
  const format = keyword === 'format' ? formatOf(question.schema.format) : undefined;
  if (format?.mistyped?.is(textOf(value ?? '')) === true)
    return form.text(`message.format.${format.id}.mistyped`) ?? format.mistyped.message;
  const own = firstText((key) => form.text(key, values), question.textBases, `error.${keyword}`);
  if (own !== undefined) return own;
  if (format) return form.text(`message.format.${format.id}`) ?? format.message;
  const kind = `${keyword}.${question.kind}`;
  const keys = [
    ...(needsQuotes(question.label) ? [`${kind}.question`] : []),
    ...(whole ? [`${kind}.whole`] : []),
    kind,
    ...(needsQuotes(question.label) ? [`${keyword}.question`] : []),
    keyword,
    'other',
  ];
  return firstSentence(form, keys, values) ?? question.label;
};

/** The message for an answer to a question that the form does not have. */
export const unknownAnswer = (form: CompiledForm, label: string): string =>
  firstSentence(form, ['additionalProperties'], { label }) ?? label;

/** Says in which row or group a place is, so that two messages are never alike: `Row 2: `, `Home address: `; empty at the top. */
export const whereabouts = (form: CompiledForm, pointer: Pointer): string => {
  const around: string[] = [];
  let at = '';
  for (const segment of pointer.split('/').slice(1, -1)) {
    at += `/${segment}`;
    const question = form.questionAt(at);
    if (/^\d+$/.test(segment)) {
      const number = Number(segment) + 1;
      around.push(form.text('message.row', { number }) ?? fill(sentences['row'] ?? '', { number }));
    } else if (question?.kind === 'group') around.push(question.label);
  }
  return around.length === 0 ? '' : `${around.join(', ')}: `;
};

/** The message for a fault at a place, with the row or group it is in. */
export const messageAt = (
  form: CompiledForm,
  question: Question,
  pointer: Pointer,
  fault: Fault,
  answers: JsonObject,
): string => whereabouts(form, pointer) + messageOf(form, question, fault, valueAt(answers, pointer));
