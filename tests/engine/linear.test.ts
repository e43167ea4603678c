/** Nothing that the engine does with answers grows faster than the answers. Counted in steps, so that no machine is too slow for it. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hiddenBecause } from '../../engine/answers/conditions/hidden-because.ts';
import { farOver } from '../../engine/index.ts';
import {
  carry,
  facts,
  printDocument,
  prune,
  validate,
  type AnswerContext,
  type CompiledForm,
} from '../../engine/index.ts';
import type { JsonObject } from '../../engine/json.ts';
import { licence } from '../../engine/testing/licence.ts';
import { filledTo, longTexts, type Filling } from '../support/filled.ts';
import { formsDir, readForm } from '../support/browser/read-form.ts';
import { createStepCounter, type StepCounter } from '../support/steps.ts';

const SIZE = 30;
/** Twice the answers are twice the work; four times would be their square. What is left over is for sorting, and for counts that are lost. */
const MOST = 2.6;
/** Fewer steps a row are what rows of another kind make of it, and no growth. */
const LEAST_A_ROW = 50;

const print = (form: CompiledForm, answers: JsonObject, context: AnswerContext): unknown =>
  printDocument(form, answers, context, { status: 'submitted', copy: 'council', timeZone: 'Europe/London' });

const doings: Record<string, (form: CompiledForm, answers: JsonObject, context: AnswerContext) => unknown> = {
  'hidden because': hiddenBecause,
  facts,
  validate: (form, answers, context) => validate(form, answers, 'all', context, 'council'),
  print,
  carry: (form, answers) => carry(form, form, answers),
  'far over': farOver,
};

vi.setConfig({ testTimeout: 600_000 });

let counter: StepCounter;
beforeAll(async () => {
  counter = await createStepCounter();
});
afterAll(() => counter.close());

/** How much more the work grows from twice to four times a size than from the size to its double. */
const growth = async (
  act: (answers: JsonObject) => unknown,
  answersOf: (size: number) => JsonObject,
  size = SIZE,
): Promise<number> => {
  act(answersOf(1));
  const works = [size, 2 * size, 4 * size].map((each) => {
    const answers = answersOf(each);
    return () => act(answers);
  });
  const [one = 0, two = 0, four = 0] = await counter.ofEach(works);
  return four - two < 2 * size * LEAST_A_ROW ? 2 : (four - two) / Math.max(1, two - one);
};

const context: AnswerContext = { today: '2026-11-30', values: {} };

const tooFast = async (
  form: CompiledForm,
  answersOf: (size: number) => JsonObject,
): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const [name, act] of Object.entries(doings)) {
    // The engine of JavaScript loses a count now and then, and from some size on answers are refused, which is a step and no growth: what
    // really grows too fast does so at every size.
    let rate = Infinity;
    for (let times = 1; times <= 4 && rate > MOST; times *= 2)
      rate = Math.min(rate, await growth((answers) => act(form, answers, context), answersOf, SIZE * times));
    if (rate > MOST) found[name] = rate;
  }
  return found;
};

const otherFillings: Filling[] = ['wrong', 'numbers', 'blank', 'alike'];

/** The answers that hold lists. */
const lists = (form: CompiledForm): string[] => {
  const [one, two] = [filledTo(form, 1, 'right'), filledTo(form, 2, 'right')];
  return Object.keys(two).filter((key) => JSON.stringify(one[key]) !== JSON.stringify(two[key]));
};

const ids = readdirSync(formsDir, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== 'shared' ? [entry.name] : [],
);
const forms: [id: string, form: CompiledForm][] = [
  ...ids.map((id): [string, CompiledForm] => [id, readForm(id).form]),
  ['the licence of the engine’s own tests', licence],
];

describe.each(forms)('%s', (_, form) => {
  const small = filledTo(form, 1, 'right');
  test.each(lists(form).map((key, index) => [key, index] as const))('with many rows in %s', async (key, index) => {
    const other = otherFillings[index % otherFillings.length] ?? 'wrong';
    for (const filling of index % 2 === 0 ? ['right' as const, other] : ['right' as const])
      expect(
        await tooFast(form, (size) => ({ ...small, [key]: filledTo(form, size, filling)[key] ?? null })),
        filling,
      ).toEqual({});
  });
  test('with long texts, and answers that it does not ask for', async () => {
    // From some length on a text is refused, which is a step and no growth.
    const { 'far over': _far, ...found } = await tooFast(form, (size) => longTexts(form, size));
    expect(found).toEqual({});
  });
});

/** Eight times as many rows as above: to copy a table for each of its hidden cells shows only where there are many. */
test('the licence with very many rows, each with a hidden answer', async () => {
  const row = { fish: 'pike', otherFish: 'Ruffe', caught: '2026-01-31' };
  const answersOf = (size: number): JsonObject => ({ catches: Array.from({ length: 8 * size }, () => row) });
  expect(await growth((answers) => prune(licence, answers, context), answersOf)).toBeLessThanOrEqual(MOST);
});
