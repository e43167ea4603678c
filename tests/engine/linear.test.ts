/** Nothing that the engine does with answers grows faster than the answers. Counted in steps, so that no machine is too slow for it. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hiddenBecause } from '../../engine/answers/hidden-because.ts';
import {
  carry,
  facts,
  normalise,
  printDocument,
  prune,
  validate,
  visibility,
  type AnswerContext,
  type CompiledForm,
} from '../../engine/index.ts';
import type { JsonObject } from '../../engine/json.ts';
import { filledTo, longTexts, stretched } from '../support/filled.ts';
import { formsDir, readForm } from '../support/read-form.ts';
import { createStepCounter, type StepCounter } from '../support/steps.ts';

const SIZE = 12;
/** So many rows in every table are far more than a person fills in. */
const LARGE = 2000;
/** Twice the answers are twice the work; what is left over is for sorting. */
const MOST = 2.2;

const print = (form: CompiledForm, answers: JsonObject, context: AnswerContext): unknown =>
  printDocument(form, answers, context, { status: 'submitted', copy: 'council', timeZone: 'Europe/London' });

const doings: Record<string, (form: CompiledForm, answers: JsonObject, context: AnswerContext) => unknown> = {
  visibility,
  'hidden because': hiddenBecause,
  facts,
  normalise,
  prune,
  validate: (form, answers, context) => validate(form, answers, 'all', context),
  'validate for the council': (form, answers, context) => validate(form, answers, 'all', context, 'council'),
  print,
  carry: (form, answers) => carry(form, form, answers),
};

const ids = readdirSync(formsDir, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== 'shared' ? [entry.name] : [],
);

let counter: StepCounter;
beforeAll(async () => {
  counter = await createStepCounter();
});
afterAll(() => counter.close());

/**
 * How many times the work of `LARGE` is that of twice as much. Worked out from small sizes: what grows with the answers and what
 * grows with their square show in how the steps of one, two and four times a size differ.
 */
const growth = async (work: (size: number) => () => unknown): Promise<number> => {
  work(1)();
  const steps: number[] = [];
  for (const size of [SIZE, 2 * SIZE, 4 * SIZE]) steps.push(await counter.of(work(size)));
  const [one = 0, two = 0, four = 0] = steps;
  const square = Math.max(0, (four - 3 * two + 2 * one) / (6 * SIZE ** 2));
  const line = Math.max(1, (two - one) / SIZE - 3 * square * SIZE);
  return (2 * line + 4 * square * LARGE) / (line + square * LARGE);
};

describe.each(ids)('%s', (id) => {
  const { form, examples } = readForm(id);
  const example = examples['longest'] ?? examples['full'];
  const context: AnswerContext = { today: example?.today ?? '2026-11-30', values: example?.context ?? {} };
  const answersBy: Record<string, (size: number) => JsonObject> = {
    'an example with its lists repeated': (size) => stretched(example?.answers ?? {}, size),
    'what the questions ask for': (size) => filledTo(form, size, 'right'),
    'numbers where rows belong': (size) => filledTo(form, size, 'numbers'),
    'blank rows': (size) => filledTo(form, size, 'blank'),
    'wrong answers in every cell': (size) => filledTo(form, size, 'wrong'),
    'rows all alike': (size) => filledTo(form, size, 'alike'),
    'long texts and unknown answers': (size) => longTexts(form, size),
  };
  test.each(Object.keys(answersBy))('%s', async (name) => {
    const found: Record<string, number> = {};
    for (const [doing, act] of Object.entries(doings))
      found[doing] = await growth((size) => {
        const answers = answersBy[name]?.(size) ?? {};
        return () => act(form, answers, context);
      });
    const tooFast = Object.entries(found).filter(([, rate]) => rate > MOST);
    expect(Object.fromEntries(tooFast)).toEqual({});
  });
});
