/** What is kept from somebody is never among what they are sent, and nothing that they send takes it away or puts something in its place. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import type { FormDefinition, UiElement } from '../definition/model/definition.ts';
import { isObject, valueAt, type JsonObject, type JsonValue } from '../json.ts';
import { someAnswers } from '../testing/answers.ts';
import { context, definition, validators } from '../testing/licence.ts';
import { answersAfter } from './answers-after.ts';
import { answersFor, type Viewer } from './answers-for.ts';
import { confidentialQuestions } from './confidential.ts';
import { parties, type Party } from './party.ts';

/** The licence form with some of its controls kept from people. */
const keeping = (kept: Record<string, Party[]>): FormDefinition => {
  const mark = (element: UiElement): UiElement => {
    const from = kept[element.scope ?? element.i18n ?? ''];
    const detail = element.options?.detail;
    const options = {
      ...element.options,
      ...(detail === undefined ? {} : { detail: mark(detail) }),
      ...(from === undefined ? {} : { confidentialFrom: from }),
    };
    return {
      ...element,
      ...(Object.keys(options).length === 0 ? {} : { options }),
      ...(element.elements === undefined ? {} : { elements: element.elements.map(mark) }),
    };
  };
  return { ...definition, ui: mark(definition.ui) };
};

const form = compile(
  keeping({
    '#/properties/guardian': ['parent'],
    '#/properties/postcode': ['parent'],
    '#/properties/cost': ['parent'],
    '#/properties/boatName': ['professional', 'officer'],
    'page.catches': ['counter-signatory'],
  }),
  validators,
);

const viewer = (...who: Party[]): Viewer => ({
  parties: new Set(who),
  names: {},
  wrote: () => false,
  added: () => false,
});
const parent = viewer('parent', 'young-person', 'holder');

test('a question is kept by its own words, by those of its page, and by the council where it is filled in', () => {
  const found = new Map(confidentialQuestions(form).map(({ pointer, from }) => [pointer, from]));
  expect(found.get('/guardian')).toEqual(['parent']);
  expect(found.get('/catches')).toEqual(['counter-signatory']);
  expect(found.get('/catches/*/cost')).toEqual(['counter-signatory', 'parent']);
  const { manifest } = form.definition;
  const prefill = [{ to: '/angler', from: 'child.name', locked: true }];
  const filled = { ...form, definition: { ...form.definition, manifest: { ...manifest, prefill } } };
  const kept = confidentialQuestions(filled, { 'child.name': ['professional'] });
  expect(kept).toContainEqual({ pointer: '/angler', from: ['professional'] });
});

const stored: JsonObject = {
  angler: 'Sam',
  born: '2015-06-01',
  guardian: 'SECRET',
  water: 'sea',
  address: { line1: '1 Mill Lane', postcode: 'SECRET' },
  catches: [
    { fish: 'pike', cost: 11 },
    { fish: 'perch', cost: 22 },
    { fish: 'pike', cost: 33 },
  ],
};

test('what is kept is left out, wherever it stands, and the questions are not asked', () => {
  const seen = answersFor(form, stored, parent, context);
  expect(JSON.stringify(seen.answers)).not.toMatch(/SECRET|cost/);
  expect(seen.answers['catches']).toEqual([{ fish: 'pike' }, { fish: 'perch' }, { fish: 'pike' }]);
  expect(seen.notAsked).toEqual(expect.arrayContaining(['/guardian', '/catches/*/cost']));
  const all = answersFor(form, stored, viewer('administrator'), context);
  expect(all.answers).toEqual(stored);
  expect(all.notAsked).toEqual([]);
});

test('what the rules hide is left out too, but not what somebody wrote themselves', () => {
  const answers = { ...stored, water: 'river', boatName: 'HIDDEN' };
  const others = answersFor(form, answers, viewer('administrator'), context);
  expect(others.answers).not.toHaveProperty('boatName');
  expect(others.hidden).toContain('/boatName');
  const own = answersFor(form, answers, { ...viewer('administrator'), wrote: (key) => key === 'boatName' }, context);
  expect(own.answers['boatName']).toBe('HIDDEN');
});

test('a row that goes takes the right kept cell along, and none of another row', () => {
  const [first, third] = [{ fish: 'pike' }, { fish: 'pike' }];
  const change = answersAfter(form, stored, { set: { catches: [first, third] }, unset: [] }, parent, context);
  expect(change.set['catches']).toEqual([{ fish: 'pike', cost: 11 }, { fish: 'pike', cost: 33 }, { cost: 22 }]);
});

test('nobody writes over what they cannot see', () => {
  const sent = { set: { guardian: 'me', address: { line1: 'x', postcode: 'MINE' } }, unset: ['catches'] };
  const change = answersAfter(form, stored, sent, parent, context);
  expect(change.set['guardian']).toBe('SECRET');
  expect(change.set['address']).toEqual({ line1: 'x', postcode: 'SECRET' });
  expect(change.set['catches']).toEqual([{ cost: 11 }, { cost: 22 }, { cost: 33 }]);
  const first = answersAfter(form, {}, { set: { guardian: 'me' }, unset: [] }, parent, context);
  expect(first).toEqual({ set: {}, unset: ['guardian'] });
});

test('an answer that comes to be asked in the same moment is taken; one that stays hidden is not', () => {
  const hidden = { water: 'river', boatName: 'HIDDEN' };
  const someone = viewer('administrator');
  const asked = answersAfter(
    form,
    hidden,
    { set: { water: 'sea', fromBoat: true, boatName: 'Mine' }, unset: [] },
    someone,
    context,
  );
  expect(asked.set['boatName']).toBe('Mine');
  const still = answersAfter(form, hidden, { set: { boatName: 'Mine' }, unset: [] }, someone, context);
  expect(still.set['boatName']).toBe('HIDDEN');
});

/** Every answer at a place of which the form says that it is kept. */
const keptIn = (answers: JsonValue | undefined, place: readonly string[]): JsonValue[] => {
  const [head, ...rest] = place;
  if (answers === undefined) return [];
  if (head === undefined) return [answers];
  if (head === '*') return Array.isArray(answers) ? answers.flatMap((row) => keptIn(row, rest)) : [];
  return isObject(answers) ? keptIn(valueAt(answers, `/${head}`), rest) : [];
};

const someone = fc.subarray<Party>([...parties]).map((who) => viewer(...who));
const applied = (before: JsonObject, { set, unset }: { set: JsonObject; unset: readonly string[] }): JsonObject => ({
  ...Object.fromEntries(Object.entries(before).filter(([key]) => !unset.includes(key))),
  ...set,
});

test('whatever the answers and whoever looks: nothing kept is sent, and saving what was sent changes nothing', () => {
  fc.assert(
    fc.property(someAnswers, someone, (answers, who) => {
      const seen = answersFor(form, answers, who, context);
      for (const place of seen.notAsked) expect(keptIn(seen.answers, place.slice(1).split('/'))).toEqual([]);
      const same = answersAfter(form, answers, { set: { ...seen.answers }, unset: [] }, who, context);
      expect(applied(answers, same)).toEqual(answers);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('whatever somebody sends: all that is kept from them stays, and nothing of theirs stands in its place', () => {
  fc.assert(
    fc.property(
      someAnswers,
      someAnswers,
      fc.subarray(Object.keys(definition.schema.properties ?? {})),
      someone,
      (answers, sent, unset, who) => {
        const seen = answersFor(form, answers, who, context);
        const after = applied(answers, answersAfter(form, answers, { set: sent, unset }, who, context));
        for (const place of seen.notAsked) {
          const at = place.slice(1).split('/');
          const sorted = (values: JsonValue[]) => values.map((value) => JSON.stringify(value)).sort();
          expect(sorted(keptIn(after, at))).toEqual(sorted(keptIn(answers, at)));
        }
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
