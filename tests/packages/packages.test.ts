/** The author's check on a package without fault and on one with each fault: what it says, in which file, on which line. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemsOf, rules, type PackageFiles } from '../../engine/author.ts';
import { isObject, toPointer, withValueAt, type JsonValue } from '../../engine/json.ts';
import { problemsIn, problemsOfAll } from '../../scripts/forms/check.ts';
import { packageFolders, readPackage, readPackages } from '../../scripts/forms/packages.ts';
import { rulesDocument, writtenRules } from '../../scripts/forms/reference/rules.ts';
import { readBroken, readFiles, surroundings } from './read.ts';

const base = readFiles(join(import.meta.dirname, 'base'));
const names = readdirSync(join(import.meta.dirname, 'broken')).sort();
const broken = names.map((name) => readBroken(join(import.meta.dirname, 'broken', name)));

test('the package without fault has none', () => expect(problemsOf(base, surroundings)).toEqual([]));

test.each(broken)('$title', ({ files, expected, around }) => {
  const found = problemsOf(files(base), { ...surroundings, ...around });
  expect(found.map(({ file, line, rule }) => ({ file, line, rule }))).toEqual(expected);
  for (const { message, hint } of found) expect(Math.min(message.length, hint.length)).toBeGreaterThan(8);
});

test('there are forty of them at least, and one for every rule', () => {
  expect(broken.length).toBeGreaterThanOrEqual(40);
  const covered = new Set(broken.flatMap(({ expected }) => expected.map(({ rule }) => rule)));
  expect(rules.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});

test('the page of rules is written from the rules as they are', () => expect(writtenRules()).toBe(rulesDocument()));

test('nothing is wrong with the forms of the repository; what was published and has a successor is let be', async () => {
  const forms = join(import.meta.dirname, '../../forms');
  const past = readPackage(forms, 'ehcna-primary', '1.0.0');
  expect(problemsIn(forms, past)).not.toEqual([]);
  expect(await problemsOfAll(forms, packageFolders(forms))).toEqual([]);
});

const formats = ['nhs-number', 'upn', 'uln', 'uk-postcode'];

describe('a form that is sent says from whom an address or an identifier is kept, wherever it is asked for', () => {
  const undeclared = (files: PackageFiles): string[] =>
    problemsOf(files, { ...surroundings, councilIdentifiers: ['child.upn', 'child.nhsNumber'] }).flatMap(
      ({ rule, message }) => (rule === 'confidential-declared' ? [message] : []),
    );
  const asSent = { ...base, 'form.json': (base['form.json'] ?? '').replace('"application"', '"task"') };
  const questions = [
    '/properties/membership',
    '/properties/contacts/items/properties/name',
    '/properties/pet/oneOf/1/properties/breed',
    '/$defs/paper/properties/author',
    '/$defs/document/properties/title',
  ];
  const cases = questions.flatMap((at) => formats.map((format) => ({ at, format })));
  test.each(cases)('$format at $at', ({ at, format }) => {
    const schema = withValueAt(JSON.parse(base['schema.json'] ?? '') as JsonValue, at, {
      type: 'string',
      format,
      maxLength: 20,
    });
    const found = undeclared({ ...asSent, 'schema.json': JSON.stringify(schema) });
    // Of the base the address is found by itself.
    expect(found.filter((message) => !undeclared(asSent).includes(message))).not.toEqual([]);
  });

  const forms = join(import.meta.dirname, '../../forms');
  const sent = readPackages(forms).filter(({ files }) => /"kind":\s*"task"/.test(files['form.json'] ?? ''));
  test.each(sent)('$form $version without a word of it', ({ files }) => {
    const bare = (value: JsonValue): JsonValue => {
      if (Array.isArray(value)) return value.map(bare);
      if (!isObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value).flatMap(([key, entry]) => (key === 'confidentialFrom' ? [] : [[key, bare(entry)]])),
      );
    };
    const stripped = Object.fromEntries(
      Object.entries(files).map(([file, text]) => [file, JSON.stringify(bare(JSON.parse(text) as JsonValue))]),
    );
    const schema = files['schema.json'] ?? '';
    const numbers = /"format":\s*"(nhs-number|upn|uln)"/.test(schema) || /"child\.upn"/.test(files['form.json'] ?? '');
    const found = undeclared(stripped).join('\n');
    expect([/"format":\s*"uk-postcode"|"child\.address"/.test(schema + (files['form.json'] ?? '')), numbers]).toEqual([
      found.includes('where somebody lives') || found.includes('an address'),
      found.includes('a number'),
    ]);
  });
});

const places = (value: JsonValue, at: string[] = []): string[][] => {
  const own = at.length === 0 ? [] : [at];
  if (Array.isArray(value)) return [...own, ...value.flatMap((entry, index) => places(entry, [...at, String(index)]))];
  return isObject(value)
    ? [...own, ...Object.entries(value).flatMap(([key, entry]) => places(entry, [...at, key]))]
    : own;
};

describe('whatever is taken out or replaced, the check answers', () => {
  const every = Object.entries(base).flatMap(([file, text]) =>
    places(JSON.parse(text) as JsonValue).map((place) => ({ file, pointer: toPointer(place) })),
  );
  const spoilt = (file: string, pointer: string, value: JsonValue | undefined): PackageFiles => ({
    ...base,
    [file]: JSON.stringify(withValueAt(JSON.parse(base[file] ?? '') as JsonValue, pointer, value)),
  });
  test('by chance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...every),
        fc.constantFrom<(JsonValue | undefined)[]>(undefined, null, '', 7, [], {}, true, '#/$defs/none'),
        ({ file, pointer }, value) => {
          expect(Array.isArray(problemsOf(spoilt(file, pointer, value), surroundings))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});
