/**
 * A request for an assessment needs only a request: section 36(1) of the Children and Families Act 2014. Whatever else an application form
 * asks may be missing or odd, and is at most a warning (SEND Code of Practice 2015, paragraph 9.14).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subschemas } from '../../engine/definition/model/schema-model.ts';
import { carry, validate, type CompiledForm, type Question, type UiElement } from '../../engine/index.ts';
import type { JsonObject } from '../../engine/json.ts';
import { compiled } from '../../scripts/forms/compiled.ts';
import { readPackages } from '../../scripts/forms/packages.ts';
import { examplesOf } from '../support/browser/read-form.ts';

/** Who asks, for whom, and the date of birth. */
const mayBeRequired = ['s36Statements', 'firstName', 'lastName', 'dateOfBirth', 'declarationName'];

/** A way to reach whoever asks; and what is no date of birth of a child or a young person (sections 36(1) and 83(2)). */
const mayBeErrors = ['noWayToReach', 'dateOfBirthInFuture', 'tooOld'];

/** What would ask for an answer without saying “required”. */
const asking = [
  'minItems',
  'minLength',
  'minProperties',
  'contains',
  'const',
  'not',
  'if',
  'allOf',
  'dependentRequired',
];

const versions = Map.groupBy(readPackages('forms'), ({ form }) => form);
const applications = [...versions].flatMap(([id, packages]) => {
  const newest = packages.at(-1);
  const form = newest === undefined ? undefined : compiled(newest);
  return newest !== undefined && form?.definition.manifest.family?.id === 'ehcna'
    ? [{ id, form, packages, examples: examplesOf(newest) }]
    : [];
});

const everyQuestion = (questions: readonly Question[]): Question[] =>
  questions.flatMap((question) => [question, ...everyQuestion(question.parts)]);

const everyElement = (element: UiElement): UiElement[] => [
  element,
  ...[...(element.elements ?? []), ...(element.options?.detail ? [element.options.detail] : [])].flatMap(everyElement),
];

const errorsOf = (form: CompiledForm, answers: JsonObject, values: JsonObject = {}, today = '2026-11-24'): string[] =>
  validate(form, answers, 'all', { today, values })
    .filter(({ level }) => level === 'error')
    .map(({ pointer, keyword }) => `${keyword} at ${pointer}`);

test('there are four of them', () => expect(applications.map(({ id }) => id)).toHaveLength(4));

describe.each(applications)('$id', ({ form, packages, examples }) => {
  const { schema, checks } = form.definition;

  test('no question but those of the request itself is required', () => {
    const required = everyQuestion(form.questions).filter((question) => question.required);
    expect(required.map(({ pointer }) => pointer.slice(1)).sort()).toEqual([...mayBeRequired].sort());
    const elements = form.pages.flatMap(({ element }) => everyElement(element));
    expect(elements.filter(({ options }) => options?.requiredWhen !== undefined)).toEqual([]);
    for (const { schema: each, at } of subschemas(schema)) {
      if (at !== '' && each.required !== undefined)
        expect([['file'], ['id', 'name', 'bytes', 'mediaType']], at).toContainEqual(each.required);
      expect(
        asking.filter((keyword) => keyword in each),
        at,
      ).toEqual([]);
    }
  });

  test('no rule but those of the request itself is an error, and each of these says its source', () => {
    const errors = checks.checks.filter(({ level }) => level === 'error');
    expect(errors.map(({ id }) => id).filter((id) => !mayBeErrors.includes(id))).toEqual([]);
    for (const { id, source, when } of errors) {
      expect(source?.law, id).toMatch(/Children and Families Act 2014/);
      if (id === 'tooOld') expect(when).toMatchObject({ schema: { minimum: 25 } });
    }
  });

  test('who, whom, the date of birth and a telephone number are enough', () => {
    const alone = Object.entries(examples).filter(([name]) => name.startsWith('request-alone'));
    expect(alone.length).toBeGreaterThan(0);
    for (const [, { answers, context = {}, today }] of alone) {
      expect(Object.keys(answers).filter((key) => !mayBeRequired.includes(key))).toEqual([
        expect.stringMatching(/^(contactPhone|settingPhone)$/),
      ]);
      expect(context['user.email']).toBeUndefined();
      expect(errorsOf(form, answers, context, today)).toEqual([]);
      for (const key of Object.keys(answers)) {
        const { [key]: _, ...without } = answers;
        expect(errorsOf(form, without, context, today), key).toHaveLength(1);
      }
    }
  });

  test('whatever of a full application is left out, nothing but the request itself is missed', () => {
    const recorded = Object.values(examples).filter(({ expect: { outcome } }) => outcome === 'accepted');
    const keys = [...new Set(recorded.flatMap(({ answers }) => Object.keys(answers)))];
    fc.assert(
      fc.property(fc.constantFrom(...recorded), fc.constantFrom(...recorded), fc.subarray(keys), (one, other, left) => {
        const answers: JsonObject = { ...one.answers, ...other.answers };
        for (const key of left) Reflect.deleteProperty(answers, key);
        const core = new Set(mayBeRequired.map((key) => `required at /${key}`));
        const errors = errorsOf(form, answers, { 'user.email': 'someone@example.org' }, one.today);
        expect(errors.filter((error) => !core.has(error) && !error.startsWith('check:tooOld at /dateOfBirth'))).toEqual(
          [],
        );
      }),
      { numRuns: 60 },
    );
  });

  test('a draft of any version before, if it could be sent, goes on in it with every answer', () => {
    const forms = packages.map((each) => compiled(each));
    packages.slice(0, -1).forEach((old, at) => {
      for (const [name, { answers, expect: before }] of Object.entries(examplesOf(old))) {
        if (before.outcome !== 'accepted') continue;
        let going = answers;
        for (let step = at; step + 1 < forms.length; step += 1) {
          const [from, to] = [forms[step], forms[step + 1]];
          if (from === undefined || to === undefined) throw new Error('A version is missing');
          const carried = carry(from, to, going);
          expect(carried.unplaced, `${old.version} ${name}`).toEqual([]);
          going = carried.answers;
        }
        expect(going).toEqual(answers);
      }
    });
  });
});
