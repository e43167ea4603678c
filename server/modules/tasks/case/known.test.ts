import { expect, test } from 'vitest';
import { compileValidators } from '../../../../engine/author.ts';
import { compile, type FormDefinition } from '../../../../engine/index.ts';
import { taskPrefill } from './known.ts';

const definition: FormDefinition = {
  manifest: {
    id: 'goals',
    version: '1.0.0',
    title: 'title',
    summary: 'summary',
    kind: 'task',
    group: 'group',
    audience: ['professional'],
    subject: { firstName: '/firstName', lastName: '/lastName' },
    prefill: [{ to: '/goals', from: 'plan.goals', locked: false }],
    routing: { team: 'goals' },
    retention: { draftDays: 30, submittedDays: 30, retractedDays: 30 },
    confirm: { button: 'b', question: 'q' },
    pdf: { title: 't', header: 'h', classification: 'c', omitEmpty: true, cover: [] },
    mail: {},
  },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      goals: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['goal', 'met'],
          properties: { goal: { type: 'string', maxLength: 20 }, met: { type: 'boolean' } },
        },
      },
    },
  },
  ui: {
    type: 'Categorization',
    elements: [
      {
        type: 'Category',
        i18n: 'page.goals',
        elements: [
          {
            type: 'Control',
            scope: '#/properties/goals',
            options: {
              detail: {
                type: 'VerticalLayout',
                elements: [
                  { type: 'Control', scope: '#/properties/goal', options: { lockedWhenPrefilled: true } },
                  { type: 'Control', scope: '#/properties/met' },
                ],
              },
            },
          },
        ],
      },
    ],
  },
  checks: { facts: {}, checks: [] },
  texts: { en: {} },
  hash: '',
};
const form = compile(definition, compileValidators(definition));
const begin = (goals: { goal: string }[]) =>
  taskPrefill(form, {}, { 'plan.goals': { value: goals, from: 'the plan' } });

test('rows that are known in part are filled in, their known cells locked', () => {
  const { answers, locked, warnings } = begin([{ goal: 'Swim' }, { goal: 'Read' }]);
  expect(answers).toEqual({ goals: [{ goal: 'Swim' }, { goal: 'Read' }] });
  expect(locked).toEqual([
    { to: '/goals/0/goal', value: 'Swim' },
    { to: '/goals/1/goal', value: 'Read' },
  ]);
  expect(warnings).toEqual([]);
});

test('rows that the form refuses are left out whole, and nothing of them is locked', () => {
  const { answers, locked, warnings } = begin([{ goal: 'Swim' }, { goal: 'A goal with far too many words' }]);
  expect([answers, locked]).toEqual([{}, []]);
  expect(warnings).toHaveLength(1);
});
