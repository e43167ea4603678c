import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import type { CompiledForm } from '../compile/form.ts';
import type { FormDefinition, Schema } from '../definition/model/definition.ts';
import { isObject } from '../json.ts';
import { definition, licence, validators } from '../testing/licence.ts';
import { answersTo, formOf, otherNames, twoVersions, type Fields } from '../testing/random-forms.ts';
import { carry } from './carry.ts';
import { gravest, nextVersion, type Change } from './change.ts';
import { diff } from './diff.ts';
import type { MigrationStep } from './migration.ts';

/** The licence form after an edit of a copy of its definition. */
const edited = (edit: (copy: FormDefinition) => void, ...steps: MigrationStep[]): Change[] => {
  const copy = structuredClone(definition);
  copy.hash = '1'.repeat(64);
  edit(copy);
  return diff(licence, compile(copy, validators), { from: '1.0.0', steps });
};

const said = (changes: readonly Change[]): string[] => changes.map(({ level, words }) => `${level}: ${words}`);

test('a form does not differ from itself', () => expect(diff(licence, licence)).toEqual([]));

test('each change is told by the question’s name, with what it means for drafts', () => {
  expect(
    said(
      edited(({ schema, texts }) => {
        const { properties = {} } = schema;
        schema.required = [...(schema.required ?? []), 'about'].filter((key) => key !== 'bait');
        properties['angler'] = { type: 'string', maxLength: 40 };
        properties['rods'] = { type: 'integer', minimum: 1, maximum: 6 };
        properties['water'] = { type: 'string', enum: ['river', 'lake', 'pond'] };
        properties['nhs'] = { type: 'string', maxLength: 20 };
        texts['en'] = {
          ...texts['en'],
          'born.label': 'Birthday',
          'water.option.lake': 'A lake',
          'angler.help': 'As on your card',
        };
      }),
    ),
  ).toEqual([
    'breaking: Question “Full name” now takes at most 40 characters (was 80)',
    'wording: Question “Full name” has other help',
    'breaking: Question “What should we know?” became required',
    'wording: Question “Date of birth” is now called “Birthday”',
    'compatible: Question “NHS number” no longer has to be nhs-number',
    'breaking: Question “Where will you fish?” no longer offers “Sea”',
    'compatible: Question “Where will you fish?” also offers “pond”',
    'wording: Question “Where will you fish?” words the choice “A lake” again',
    'compatible: Question “Rods” now takes at most 6 (was 4)',
    'compatible: Question “Bait” is no longer required',
  ]);
});

const rename = (copy: FormDefinition): void => {
  const { about, ...rest } = copy.schema.properties ?? {};
  copy.schema.properties = { ...rest, ...(about && { story: about }) };
  const control = copy.ui.elements?.[0]?.elements?.[1];
  if (control) control.scope = '#/properties/story';
  copy.texts['en'] = { ...copy.texts['en'], 'story.label': 'Your story' };
};

test('a renamed question is gone and new, unless the migration says where its answers go', () => {
  expect(said(edited(rename))).toEqual([
    'compatible: Question “Your story” is new',
    'breaking: Question “What should we know?” is gone',
  ]);
  expect(said(edited(rename, { move: '/about', to: '/story' }))).toEqual([
    'compatible: Question “Your story” takes the answers of “What should we know?”',
    'wording: Question “What should we know?” is now called “Your story”',
  ]);
});

const required = (copy: FormDefinition, ...names: string[]): void => {
  copy.schema.required = [...(copy.schema.required ?? []), ...names];
};

test('a required question that a migration fills breaks nothing: cut up, put together, or moved with all that is in it', () => {
  const cut = (copy: FormDefinition): void => {
    rename(copy);
    required(copy, 'story');
  };
  expect(said(edited(cut))).toContain('breaking: Question “Your story” is new and required');
  for (const step of [
    { split: '/angler', at: ' ', to: ['/angler', '/story'] },
    { join: ['/about', '/angler'], with: ' ', to: '/story' },
  ]) {
    const changes = said(edited(cut, step));
    expect(changes.find((words) => words.includes('Your story'))).toMatch(
      /^compatible: Question “Your story” is new and takes the answers of “(Full name|What should we know\?”, “Full name)”$/,
    );
  }
  const whole = licence.questions.find(({ parts, kind }) => kind === 'group' && parts.some((part) => part.required));
  if (whole === undefined) throw new Error('The licence has no group');
  const name = whole.pointer.slice(1);
  const move = (copy: FormDefinition): void => {
    const text = JSON.stringify(copy).replaceAll(`/properties/${name}"`, '/properties/elsewhere"');
    Object.assign(copy, JSON.parse(text));
    const { [name]: group, ...rest } = copy.schema.properties ?? {};
    copy.schema.properties = { ...rest, ...(group && { elsewhere: group }) };
    copy.schema.required = (copy.schema.required ?? []).map((key) => (key === name ? 'elsewhere' : key));
  };
  const levels = (changes: readonly Change[]) =>
    changes.filter(({ pointer }) => /elsewhere|^\/\w+$/.test(pointer ?? ''));
  expect(gravest(levels(edited(move)))).toBe('breaking');
  expect(gravest(edited(move, { move: whole.pointer, to: '/elsewhere' }))).not.toBe('breaking');
});

test('choices that a migration turns into others break nothing; one that it forgets does', () => {
  const fewer = ({ schema }: FormDefinition): void => {
    const { properties = {} } = schema;
    properties['water'] = { type: 'string', enum: ['river', 'pond'] };
  };
  const gravestWith = (values: Record<string, string>) =>
    gravest(edited(fewer, { move: '/water', to: '/water', values }));
  expect(gravest(edited(fewer))).toBe('breaking');
  expect(gravestWith({ lake: 'pond', sea: 'river' })).toBe('compatible');
  expect(gravestWith({ lake: 'pond' })).toBe('breaking');
  expect(gravestWith({ lake: 'pond', sea: 'ocean' })).toBe('breaking');
});

test('rules, checks and words elsewhere are told too', () => {
  expect(
    said(
      edited(({ ui, checks }) => {
        const guardian = ui.elements?.[0]?.elements?.[4];
        if (guardian) delete guardian.rule;
        checks.checks = checks.checks
          .filter(({ id }) => id !== 'tooOld')
          .map((check) => (check.id === 'costly' ? { ...check, level: 'error' } : check));
      }),
    ),
  ).toEqual([
    'compatible: Question “Parent or carer” is shown in other cases',
    'breaking: The error “These catches cost {spent}” applies in other cases',
    'compatible: The error “You say that you are {age}. Check {born}” is gone',
  ]);
  expect(said(edited(({ texts }) => void (texts['en'] = { ...texts['en'], 'form.title': 'Fish!' })))).toEqual([
    'wording: The form’s title also says “Fish!”',
  ]);
  const onPaper = (words: string): string[] =>
    said(edited(({ texts }) => void (texts['en'] = { ...texts['en'], 'angler.help.paper': words })));
  expect(onPaper('Write it')).toEqual(['wording: Question “Full name” says “Write it” on paper']);
  expect(onPaper('-')).toEqual(['wording: Question “Full name” says nothing of it on paper']);
});

test('whenever an answer finds no place, the author was told that the change breaks', () => {
  const versions = twoVersions
    .filter(({ before, steps }) => steps.every((step) => 'move' in step && !Object.hasOwn(before, step.to.slice(1))))
    .chain(({ before, after, steps }) =>
      fc.record({
        before: fc.constant(before),
        after: fc.constant(after),
        steps: fc.constant(steps),
        answers: answersTo(before),
      }),
    );
  fc.assert(
    fc.property(versions, ({ before, after, steps, answers }) => {
      const [old, now] = [formOf(before), formOf(after)];
      const migration = { from: '1.0.0', steps };
      if (carry(old, now, answers, migration).unplaced.length > 0)
        expect(gravest(diff(old, now, migration))).toBe('breaking');
    }),
    { numRuns: 1000 },
  );
});

test('a question that a migration carries is not called breaking, be it in a group or a row, and required', () => {
  const allRequired = (schema: Schema): Schema => ({
    ...schema,
    ...(schema.properties && {
      required: Object.keys(schema.properties),
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([key, inner]) => [key, allRequired(inner)]),
      ),
    }),
    ...(isObject(schema.items) && { items: allRequired(schema.items) }),
  });
  const demanding = (fields: Fields): CompiledForm => {
    const copy = structuredClone(formOf(fields).definition);
    return compile({ ...copy, schema: allRequired(copy.schema) }, () => undefined);
  };
  fc.assert(
    fc.property(otherNames, ({ before, after, steps }) => {
      const changes = diff(demanding(before), demanding(after), { from: '1.0.0', steps });
      expect(changes.filter(({ level }) => level === 'breaking')).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('the version number follows from the gravest change', () => {
  expect([
    nextVersion('1.4.2', 'breaking'),
    nextVersion('1.4.2', 'compatible'),
    nextVersion('1.4.2', 'wording'),
  ]).toEqual(['2.0.0', '1.5.0', '1.4.3']);
});
