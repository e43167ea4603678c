/** Answers that nobody expects: the texts of an example put in other words, of any length, in any script and with any ends of lines. */
import fc, { type Arbitrary } from 'fast-check';
import type { CompiledForm, Question, Visibility } from '../../engine/index.ts';
import { isObject, toPointer, withValueAt, type JsonObject, type JsonValue, type Pointer } from '../../engine/json.ts';
import { sentences } from './languages.ts';

/** Where a free text stands in the answers. */
export interface Place {
  pointer: Pointer;
  question: Question;
  /** Whether it stands by itself or in a cell: parts of a group and of a table inside something are joined with others. */
  alone: boolean;
}

const keyOf = ({ pointer }: Question): string => pointer.slice(pointer.lastIndexOf('/') + 1);

const isFree = ({ kind, schema, element }: Question): boolean =>
  (kind === 'text' || kind === 'longText') &&
  element.options?.readonly !== true &&
  [schema.format, schema.pattern, schema.enum, schema.const, schema.minLength].every((rule) => rule === undefined);

const placesIn = (question: Question, value: JsonValue | undefined, pointer: Pointer, within: Question[]): Place[] => {
  if (question.kind === 'oneOf' || question.kind === 'files') return [];
  const parts = (one: JsonValue, at: Pointer): Place[] =>
    isObject(one)
      ? question.parts.flatMap((part) =>
          placesIn(part, one[keyOf(part)], at + toPointer([keyOf(part)]), [...within, question]),
        )
      : [];
  if (Array.isArray(value)) return value.flatMap((row, index) => parts(row, `${pointer}/${index}`));
  if (isObject(value)) return parts(value, pointer);
  const alone = within.length === 0 || (within.length === 1 && within[0]?.kind === 'table');
  return typeof value === 'string' && isFree(question) ? [{ pointer, question, alone }] : [];
};

/**
 * The free texts of some answers in the order of the form, but for those that the portal fills in. `view`: of a question that stands at
 * several places, where it is asked now.
 */
export const freeTexts = (form: CompiledForm, answers: JsonObject, view?: Visibility): Place[] => {
  const filled = form.definition.manifest.prefill.map(({ to }) => to);
  return form.questions
    .filter(({ element }) => view?.shows(element) !== false)
    .flatMap((question) => placesIn(question, answers[question.pointer.slice(1)], question.pointer, []))
    .filter(({ pointer }) => !filled.includes(pointer));
};

const spoken = Object.values(sentences);
const separators = ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];
const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éèöüßłŷŵçñ.,;:-–/()&@’%+£');

const wordOf = (most: number): Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: most, size: 'max' });
const listOf = (one: Arbitrary<string>, least: number, most: number): Arbitrary<string[]> =>
  fc.array(one, { minLength: least, maxLength: most, size: 'max' });

const words = listOf(wordOf(11), 1, 12).map((all) => all.join(' '));
const sentence = fc.constantFrom(...spoken);
const text: Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: words },
  { weight: 6, arbitrary: sentence },
  { weight: 2, arbitrary: listOf(sentence, 2, 20).map((all) => all.join(' ')) },
  { weight: 1, arbitrary: listOf(sentence, 5, 30).map((all) => all.join('').replaceAll(' ', '')) },
  { weight: 1, arbitrary: wordOf(95) },
  { weight: 1, arbitrary: fc.constantFrom('w', 'x', '٢', '人').map((letter) => letter.repeat(2000)) },
  { weight: 1, arbitrary: listOf(wordOf(8), 200, 400).map((all) => all.join(' ')) },
  {
    weight: 3,
    arbitrary: fc.tuple(listOf(words, 40, 40), fc.constantFrom(...separators)).map(([all, end]) => all.join(end)),
  },
  {
    weight: 3,
    arbitrary: listOf(fc.oneof(words, sentence), 2, 6).chain((all) =>
      listOf(fc.constantFrom(...separators), all.length, all.length).map((ends) =>
        all.map((one, at) => one + (ends[at] ?? '')).join(''),
      ),
    ),
  },
);

/** As much of a text as the question takes. */
const fitted = ({ schema }: Question, whole: string): string => {
  const cut = Array.from(whole)
    .slice(0, schema.maxLength ?? Infinity)
    .join('')
    .trim();
  return cut === '' ? 'x' : cut;
};

/** The answers with every free text in other words. */
export const randomAnswers = (form: CompiledForm, answers: JsonObject): Arbitrary<JsonObject> => {
  const places = freeTexts(form, answers);
  return fc.array(text, { minLength: places.length, maxLength: places.length, size: 'max' }).map((texts) =>
    places.reduce((given, { pointer, question }, at) => {
      const changed = withValueAt(given, pointer, fitted(question, texts[at] ?? ''));
      return isObject(changed) ? changed : given;
    }, answers),
  );
};

/** Names of files, now and then one that no line is wide enough for. */
export const fileNames = listOf(
  fc.oneof(
    words.map((name) => name.replaceAll(/[^\p{L}\p{N} ]/gu, '').trim() || 'letter'),
    fc.constantFrom('f', 'W', '信').map((letter) => letter.repeat(95)),
  ),
  1,
  4,
).map((names) => names.map((name) => `${name}.pdf`));
