/** What was sent is read as it was asked: every question that was shown when a form was submitted, each once, and no other. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printDocument, prune, type AnswerContext, type CompiledForm, type Question } from '../../engine/index.ts';
import { isObject, textOf, type JsonObject, type JsonValue } from '../../engine/json.ts';
import { compiled } from '../../scripts/forms/compiled.ts';
import { readPackages, type Package } from '../../scripts/forms/packages.ts';

const packages = readPackages('forms');

interface Recorded {
  answers: JsonObject;
  context: AnswerContext;
}

const recordedIn = ({ files }: Package): Recorded[] =>
  Object.entries(files).flatMap(([path, text]) => {
    const example: unknown = path.startsWith('examples/') ? JSON.parse(text) : undefined;
    if (!isObject(example) || !isObject(example['answers'])) return [];
    const values = isObject(example['context']) ? example['context'] : {};
    return [{ answers: example['answers'], context: { today: textOf(example['today']), values } }];
  });

const keyOf = ({ pointer }: Question): string => pointer.slice(1);

/** The choices on which rules hang. */
const choicesOf = ({ kind, choices = [] }: Question): JsonValue[] =>
  kind === 'yesNo' || kind === 'tick' ? [true, false] : kind === 'choice' ? choices.map(({ value }) => value) : [];

/** Answers of one example with some of another's, some left out, and some choices made otherwise. */
const mixed = (form: CompiledForm, recorded: readonly Recorded[]): fc.Arbitrary<Recorded> => {
  const keys = [...new Set(form.questions.map(keyOf))];
  const chosen = form.questions.filter((question) => choicesOf(question).length > 0);
  const choice = fc
    .constantFrom(...chosen)
    .chain((question) =>
      fc.constantFrom(...choicesOf(question)).map((value): JsonObject => ({ [keyOf(question)]: value })),
    );
  return fc
    .record({
      one: fc.constantFrom(...recorded),
      other: fc.constantFrom(...recorded),
      taken: fc.subarray(keys),
      left: fc.subarray(keys, { maxLength: 4 }),
      choices: fc.array(choice, { maxLength: 5 }),
    })
    .map(({ one, other, taken, left, choices }) => {
      const given: JsonObject = { ...one.answers };
      for (const key of taken) if (other.answers[key] !== undefined) given[key] = other.answers[key];
      for (const key of left) Reflect.deleteProperty(given, key);
      return { answers: Object.assign(given, ...choices) as JsonObject, context: one.context };
    });
};

describe.each(packages.map((each) => ({ name: `${each.form} ${each.version}`, each })))('$name', ({ each }) => {
  const form = compiled(each);
  test('what was sent is printed as the draft was, question by question', () => {
    const options = { status: 'submitted', copy: 'council', timeZone: 'Europe/London' } as const;
    fc.assert(
      fc.property(mixed(form, recordedIn(each)), ({ answers, context }) => {
        const draft = printDocument(form, answers, context, options);
        const sent = printDocument(form, prune(form, answers, context), { ...context, nothingHidden: true }, options);
        expect(sent).toEqual(draft);
      }),
      { numRuns: 40 },
    );
  });
});
