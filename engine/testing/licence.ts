/** A small form about fishing that has every kind of question, nested rules, facts and checks; for the engine's own tests. */
import { compileValidators } from '../author.ts';
import { compile } from '../compile/compile.ts';
import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import type { Condition, FormDefinition, Schema, UiElement } from '../definition/model/definition.ts';

const text = (maxLength = 80): Schema => ({ type: 'string', maxLength });
const control = (key: string, more: Partial<UiElement> = {}): UiElement => ({
  type: 'Control',
  scope: `#/properties/${key}`,
  ...more,
});
const when = (scope: string, schema: Schema): Condition => ({ scope, schema, failWhenUndefined: true });
const showWhen = (key: string, schema: Schema): Pick<UiElement, 'rule'> => ({
  rule: { effect: 'SHOW', condition: when(`#/properties/${key}`, schema) },
});
const showWhenFact = (fact: string, schema: Schema): Pick<UiElement, 'rule'> => ({
  rule: { effect: 'SHOW', condition: when(`#/$facts/${fact}`, schema) },
});

const requiredWhen = (requiredWhen: Condition): Pick<UiElement, 'options'> => ({ options: { requiredWhen } });

const schema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['angler', 'born', 'water', 'boatName', 'engineKind', 'address', 'catches', 'gear', 'rules', 'pet', 'bait'],
  properties: {
    angler: text(),
    about: text(2000),
    born: { type: 'string', format: 'date' },
    nhs: { type: 'string', format: 'nhs-number', maxLength: 20 },
    water: { type: 'string', enum: ['river', 'lake', 'sea'] },
    fromBoat: { type: 'boolean' },
    boatName: text(),
    engineKind: { type: 'string', enum: ['none', 'electric', 'petrol'] },
    engineNumber: text(),
    guardian: text(),
    address: { $ref: '#/$defs/address', i18n: 'homeAddress' },
    rods: { type: 'integer', minimum: 1, maximum: 4 },
    budget: { type: 'number', minimum: 0, multipleOf: 0.01 },
    bait: { type: 'array', items: { type: 'string', enum: ['fly', 'worm', 'lure'] }, minItems: 2, uniqueItems: true },
    catches: {
      type: 'array',
      maxItems: 3,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['fish', 'caught', 'otherFish'],
        properties: {
          fish: { type: 'string', enum: ['pike', 'perch', 'other'] },
          otherFish: text(),
          caught: { type: 'string', format: 'date' },
          released: { type: 'string', format: 'date' },
          cost: { type: 'number' },
          small: { type: 'boolean' },
        },
      },
    },
    gear: {
      type: 'object',
      additionalProperties: false,
      required: ['rod', 'net'],
      properties: {
        rod: { $ref: '#/$defs/gearRow' },
        net: { $ref: '#/$defs/gearRow' },
        others: {
          type: 'array',
          items: { type: 'object', required: ['name'], properties: { name: text(), colour: text() } },
        },
      },
    },
    photos: {
      type: 'array',
      items: {
        type: 'object',
        required: ['file', 'kind'],
        properties: {
          file: { type: 'object', properties: { id: text(), name: text() } },
          kind: { type: 'string', enum: ['licence', 'boat'] },
          title: text(),
        },
      },
    },
    pet: {
      type: 'object',
      oneOf: [
        {
          i18n: 'dog',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'name'],
          properties: { kind: { type: 'string', const: 'dog' }, name: text() },
        },
        {
          i18n: 'cat',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'lives'],
          properties: { kind: { type: 'string', const: 'cat' }, lives: { type: 'integer', maximum: 9 } },
        },
      ],
    },
    rules: { type: 'boolean', const: true },
  },
  $defs: {
    address: {
      type: 'object',
      i18n: 'address',
      additionalProperties: false,
      required: ['line1', 'postcode', 'county'],
      properties: {
        line1: { type: 'string', maxLength: 80, i18n: 'address.line1' },
        abroad: { type: 'boolean', i18n: 'address.abroad' },
        county: { type: 'string', maxLength: 80, i18n: 'address.county' },
        postcode: { type: 'string', format: 'uk-postcode', maxLength: 8, i18n: 'address.postcode' },
      },
    },
    gearRow: {
      type: 'object',
      additionalProperties: false,
      required: ['count', 'reason'],
      properties: { owned: { type: 'boolean' }, count: { type: 'integer', minimum: 0 }, reason: text() },
    },
  },
};

const ui: UiElement = {
  type: 'Categorization',
  elements: [
    {
      type: 'Category',
      i18n: 'page.angler',
      elements: [
        control('angler'),
        control('about', requiredWhen(when('#/$facts/spent', { type: 'number', minimum: 500 }))),
        control('born'),
        control('nhs'),
        control('guardian', showWhenFact('age', { type: 'number', exclusiveMaximum: 16 })),
        control('address', {
          options: {
            detail: {
              type: 'VerticalLayout',
              elements: [
                control('line1'),
                control('abroad', requiredWhen(when('#/properties/line1', { type: 'string', minLength: 20 }))),
                control('county', showWhen('abroad', { const: false })),
                control('postcode'),
              ],
            },
          },
        }),
      ],
    },
    {
      type: 'Category',
      i18n: 'page.fishing',
      elements: [
        control('water'),
        control('fromBoat', showWhen('water', { enum: ['lake', 'sea'] })),
        {
          type: 'Group',
          i18n: 'boat',
          ...showWhen('fromBoat', { const: true }),
          elements: [
            control('boatName'),
            control('engineKind'),
            control('engineNumber', {
              ...requiredWhen({ type: 'LEAF', scope: '#/properties/engineKind', expectedValue: 'petrol' }),
              rule: {
                effect: 'HIDE',
                condition: { type: 'LEAF', scope: '#/properties/engineKind', expectedValue: 'none' },
              },
            }),
          ],
        },
        control('rods'),
        control('budget', { options: { format: 'money' } }),
        control('bait'),
      ],
    },
    {
      type: 'Category',
      i18n: 'page.catches',
      elements: [
        control('catches', {
          options: {
            totals: ['cost'],
            detail: {
              type: 'VerticalLayout',
              elements: [
                control('fish'),
                control('otherFish', showWhen('fish', { const: 'other' })),
                control('caught'),
                control('released', requiredWhen(when('#/properties/small', { const: true }))),
                control('cost', { options: { format: 'money' } }),
                control('small', { options: { format: 'tick' } }),
              ],
            },
          },
        }),
        control('gear', {
          options: {
            format: 'fixed-table',
            detail: {
              type: 'VerticalLayout',
              elements: [
                control('rod', {
                  options: {
                    detail: {
                      type: 'VerticalLayout',
                      elements: [
                        control('owned', { options: { format: 'tick' } }),
                        control('count'),
                        control('reason', showWhen('owned', { const: true })),
                      ],
                    },
                  },
                }),
                control('net', showWhenFact('manyCatches', { const: true })),
                control('others'),
              ],
            },
          },
        }),
        control('photos', { options: { format: 'files' } }),
        control('pet'),
        control('rules', { options: { format: 'tick' } }),
      ],
    },
  ],
};

export const definition: FormDefinition = {
  manifest: {
    id: 'licence',
    version: '1.0.0',
    title: 'form.title',
    summary: 'form.summary',
    kind: 'application',
    group: 'form.group',
    audience: ['parent'],
    subject: { firstName: '/angler', lastName: '/angler' },
    prefill: [],
    routing: { team: 'rivers' },
    retention: { draftDays: 30, submittedDays: 30, retractedDays: 30 },
    confirm: { button: 'form.submit', question: 'form.sure' },
    pdf: { title: 'form.title', header: 'form.title', classification: 'form.title', omitEmpty: true, cover: [] },
    mail: {},
  },
  schema,
  ui,
  checks: {
    facts: {
      age: { fn: 'ageOn', date: '/born', on: 'today' },
      catchCount: { fn: 'count', of: '/catches' },
      countAgainstOne: { fn: 'compare', left: '$catchCount', right: 1 },
      manyCatches: { fn: 'includes', of: '$countAgainstOne', value: 'after' },
      spent: { fn: 'sum', of: '/catches/*/cost' },
      warden: { fn: 'value', of: 'context:user.warden' },
    },
    checks: [
      {
        id: 'tooOld',
        level: 'error',
        at: '/born',
        when: { scope: '#/$facts/age', schema: { type: 'number', minimum: 120 } },
      },
      {
        id: 'costly',
        level: 'warning',
        at: '/catches',
        when: { scope: '#/$facts/spent', schema: { type: 'number', minimum: 1000 } },
      },
      {
        id: 'releasedFirst',
        level: 'error',
        at: '/released',
        each: '/catches',
        facts: { order: { fn: 'compare', left: '/released', right: '/caught' } },
        when: { type: 'LEAF', scope: '#/$facts/order', expectedValue: 'before' },
      },
      {
        id: 'boatNeedsEngine',
        level: 'warning',
        at: '/engineNumber',
        when: { type: 'LEAF', scope: '#/properties/water', expectedValue: 'sea' },
      },
    ],
  },
  texts: {
    en: {
      'page.angler.label': 'About you',
      'page.fishing.label': 'Your fishing',
      'page.catches.label': 'Catches',
      'angler.label': 'Full name',
      'about.label': 'What should we know?',
      'born.label': 'Date of birth',
      'born.error.required': 'Enter your date of birth',
      'nhs.label': 'NHS number',
      'guardian.label': 'Parent or carer',
      'homeAddress.label': 'Home address',
      'address.label': 'Address',
      'address.line1.label': 'Address line 1',
      'address.abroad.label': 'Is this abroad?',
      'address.county.label': 'County',
      'address.postcode.label': 'Postcode',
      'water.label': 'Where will you fish?',
      'water.option.river': 'River',
      'water.option.lake': 'Lake',
      'water.option.sea': 'Sea',
      'fromBoat.label': 'From a boat?',
      'boatName.label': 'Name of the boat',
      'engineKind.label': 'Engine',
      'engineNumber.label': 'Engine number',
      'rods.label': 'Rods',
      'budget.label': 'Budget',
      'bait.label': 'Bait',
      'catches.label': 'Your catches',
      'catches.fish.label': 'Fish',
      'catches.fish.option.pike': 'Pike',
      'catches.otherFish.label': 'Which fish?',
      'catches.caught.label': 'Caught on',
      'catches.released.label': 'Released on',
      'catches.cost.label': 'Cost',
      'catches.small.label': 'Under 20 cm',
      'gear.label': 'Gear',
      'gear.rod.label': 'Rod',
      'gear.rod.count.label': 'How many',
      'gear.rod.reason.label': 'Reason',
      'gear.net.label': 'Net',
      'gear.net.count.label': 'How many',
      'gear.net.reason.label': 'Reason',
      'gear.others.label': 'Other gear',
      'photos.label': 'Photographs',
      'photos.kind.label': 'Kind',
      'pet.label': 'Company',
      'dog.label': 'A dog',
      'cat.label': 'A cat',
      'pet.name.label': 'Name',
      'pet.lives.label': 'Lives left',
      'rules.label': 'I know the rules',
      'check.tooOld': 'You say that you are {age}. Check {born}',
      'check.costly': 'These catches cost {spent}',
      'check.releasedFirst': 'The {fish} cannot be released on {released}, before it was caught',
      'check.boatNeedsEngine': 'Boats at sea need an engine',
    },
    cy: { 'angler.label': 'Enw llawn', 'message.required': 'Rhowch {label}' },
  },
  hash: '0'.repeat(64),
};

export const validators = compileValidators(definition);

export const licence: CompiledForm = compile(definition, validators);

export const context: AnswerContext = { today: '2026-11-24', values: { 'user.warden': true } };
