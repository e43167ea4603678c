/** Form × question × party: whatever question of whatever form is kept from whomever, nobody of them gets it and everybody else does. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  answersFor,
  confidentialQuestions,
  parties,
  type AnswerContext,
  type CompiledForm,
  type Party,
} from '../../engine/index.ts';
import { isObject, type JsonObject, type JsonValue, type Pointer } from '../../engine/json.ts';
import { formsDir, readForm } from '../support/browser/read-form.ts';

const ids = readdirSync(formsDir, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name);

const questionsOf = (form: CompiledForm): Pointer[] => {
  const all = (questions: CompiledForm['questions']): Pointer[] =>
    questions.flatMap(({ pointer, kind, parts }) => [pointer, ...(kind === 'oneOf' ? [] : all(parts))]);
  const { firstName, lastName } = form.definition.manifest.subject;
  return [...new Set(all(form.questions))].filter((pointer) => pointer !== firstName && pointer !== lastName);
};

const at = (answers: JsonValue | undefined, [head, ...rest]: readonly string[]): JsonValue[] => {
  if (answers === undefined) return [];
  if (head === undefined) return [answers];
  if (head === '*') return Array.isArray(answers) ? answers.flatMap((row) => at(row, rest)) : [];
  return isObject(answers) && Object.hasOwn(answers, head) ? at(answers[head], rest) : [];
};

/** The form with one question filled in from something that the council keeps from somebody. */
const keeping = (form: CompiledForm, to: Pointer): CompiledForm => {
  const { definition } = form;
  const prefill = [{ to, from: 'kept.value', locked: false }];
  return { ...form, definition: { ...definition, manifest: { ...definition.manifest, prefill } } };
};

const seenBy = (form: CompiledForm, answers: JsonObject, who: Party, from: Party, context: AnswerContext) =>
  answersFor(
    form,
    answers,
    { parties: new Set([who]), names: { 'kept.value': [from] }, wrote: () => true, added: () => false },
    context,
  );

test.each(ids)(
  '%s',
  (id) => {
    const { form, examples } = readForm(id);
    const context = { today: '2026-11-30', values: {} };
    let looked = 0;
    const wrong: string[] = [];
    for (const question of questionsOf(form)) {
      const place = question.slice(1).split('/');
      const answered = Object.values(examples).find(({ answers }) => at(answers, place).length > 0);
      if (answered === undefined) continue;
      const kept = keeping(form, question);
      // What the form itself keeps from people stays kept.
      const own = confidentialQuestions(form)
        .filter(({ pointer }) => question === pointer || question.startsWith(`${pointer}/`))
        .flatMap(({ from }) => from);
      for (const [index, from] of parties.entries())
        // Whoever it is kept from, and somebody else.
        for (const who of [from, parties[(index + 1) % parties.length] ?? from]) {
          const { answers, notAsked } = seenBy(kept, answered.answers, who, from, context);
          const [got, asked] = [at(answers, place).length > 0, !notAsked.includes(question)];
          const may = who !== from && !own.includes(who);
          if (got !== may || asked !== may) wrong.push(`${question} kept from ${from}, seen by ${who}`);
          looked += 1;
        }
    }
    expect(wrong).toEqual([]);
    expect(looked).toBeGreaterThan(500);
  },
  120_000,
);
