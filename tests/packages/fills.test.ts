/**
 * Every question of every form that fills in others, chosen, corrected and written over in any order: what somebody wrote is there until
 * they themselves change it or say that it may go, and what came with a choice goes with it.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompiledForm, Question } from '../../engine/index.ts';
import { sameJson, valueAt, type JsonObject, type JsonValue, type Pointer } from '../../engine/json.ts';
import {
  baseOf,
  differing,
  take,
  takeAll,
  takeOut,
  type Choosable,
  type FillsIn,
} from '../../renderer/controls/fills.ts';
import { startFilling, type Filling } from '../../renderer/form/filling.ts';
import { formIds, readForm } from '../support/browser/read-form.ts';

interface Found {
  form: CompiledForm;
  question: FillsIn;
}

const all = (questions: readonly Question[]): Question[] =>
  questions.flatMap((question) => [question, ...all(question.parts)]);

const found: Found[] = formIds.flatMap((id) => {
  const { form } = readForm(id);
  return all(form.questions).flatMap(({ pointer, element: { options } }): Found[] => {
    const { fills } = options?.suggest ?? options?.choicesFrom ?? {};
    if (fills === undefined || Object.keys(fills).length === 0) return [];
    return [{ form, question: { pointer: pointer.replaceAll('*', '0'), fills, locked: new Set() } }];
  });
});

test('forms fill in answers from what is chosen', () => {
  expect(found.length).toBeGreaterThan(3);
});

/** An answer of the shape that the question asks for, unlike any other with another mark. */
const answerOf = (question: Question | undefined, mark: string): JsonValue =>
  question?.kind === 'group'
    ? Object.fromEntries(question.parts.map((part) => [part.pointer.slice(part.pointer.lastIndexOf('/') + 1), mark]))
    : mark;

const choicesOf = ({ form, question }: Found): Choosable[] =>
  ['Heron', 'Otter', 'Tern'].map((name) => ({
    name,
    source: name,
    // Of each, something else is not known.
    values: Object.fromEntries(
      Object.entries(question.fills).flatMap(([to, value], index) =>
        index > 0 && index === name.length % 3
          ? []
          : [[value, answerOf(form.questionAt(`${baseOf(question.pointer)}${to}`), `${name} ${index}`)]],
      ),
    ),
  }));

type Act =
  | { do: 'choose'; choice: number }
  | { do: 'write over' }
  | { do: 'write'; place: number; text: string }
  | { do: 'use' }
  | { do: 'come back' };

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('choose' as const), choice: fc.nat(2) }),
    fc.record({ do: fc.constant('write over' as const) }),
    fc.record({ do: fc.constant('write' as const), place: fc.nat(9), text: fc.constantFrom('Mine', 'Mine too', '') }),
    fc.record({ do: fc.constant('use' as const) }),
    fc.record({ do: fc.constant('come back' as const) }),
  ),
  { maxLength: 12 },
);

test.each(found.map((each) => [`${each.form.definition.manifest.id} ${each.question.pointer}`, each] as const))(
  '%s: nothing that was written is lost',
  (_, each) => {
    const { form, question } = each;
    const choices = choicesOf(each);
    const places = Object.keys(question.fills).map((to) => `${baseOf(question.pointer)}${to}`);
    fc.assert(
      fc.property(acts, (all) => {
        const open = (answers: JsonObject): Filling =>
          startFilling({
            form,
            context: { today: '2026-12-01', values: {} },
            answers,
            pages: {},
            pageId: '',
            sources: {},
          });
        let filling = open({});
        let standing: Choosable[] = [];
        const written = new Map<Pointer, JsonValue>();
        for (const act of all) {
          const chosen = act.do === 'choose' ? choices[act.choice] : undefined;
          if (chosen !== undefined) {
            take(filling, question, chosen, standing);
            standing = [chosen];
          } else if (act.do === 'write over') {
            takeOut(filling, question, standing);
            standing = [];
          } else if (act.do === 'use' && standing[0] !== undefined) {
            for (const { place } of differing(filling.state().answers, question, standing[0])) written.delete(place);
            takeAll(filling, question, standing[0]);
          } else if (act.do === 'come back') filling = open(filling.state().answers);
          else if (act.do === 'write') {
            const place = places[act.place % places.length] ?? '';
            const value = act.text === '' ? undefined : answerOf(form.questionAt(place), act.text);
            filling.answer(place, value);
            if (value === undefined) written.delete(place);
            else written.set(place, value);
          }
          const { answers } = filling.state();
          for (const place of places) {
            const there = valueAt(answers, place);
            const own = written.get(place);
            if (own !== undefined) expect(there).toEqual(own);
            // Nothing is left of a choice that does not stand.
            else if (there !== undefined)
              expect(
                standing.some(({ values }) =>
                  Object.values(values).some((value) => sameJson(value as JsonValue, there)),
                ),
              ).toBe(true);
          }
        }
      }),
      { numRuns: 12 },
    );
  },
);
