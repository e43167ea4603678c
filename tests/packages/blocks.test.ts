/** Blocks that forms share: written once, named by forms, and frozen into what is published. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { missingBlocks, parse, problemsOf, type PackageFiles } from '../../engine/author.ts';
import { isObject, type JsonObject, textOf } from '../../engine/json.ts';
import type { FormDefinition } from '../../engine/index.ts';
import { newVersion } from '../../scripts/forms/new-version.ts';
import { readPackage } from '../../scripts/forms/packages.ts';
import { publish } from '../../scripts/forms/publish.ts';
import { readPackages } from '../../server/modules/catalogue/packages.ts';
import { readFiles, surroundings } from './read.ts';

const base = readFiles(join(import.meta.dirname, 'base'));

const json = (files: PackageFiles, path: string): JsonObject => {
  const value: unknown = JSON.parse(files[path] ?? '');
  if (!isObject(value)) throw new Error(`${path} is no object`);
  return value;
};
const inside = (value: unknown, ...keys: string[]): JsonObject => {
  const found = keys.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
  if (!isObject(found)) throw new Error(`Nothing at ${keys.join('/')}`);
  return found;
};
const definition = (files: PackageFiles): FormDefinition => {
  const parsed = parse(files);
  if (!('definition' in parsed)) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.definition;
};

/** The sound package with its address, its first two questions and their words moved to a block. */
const moved = (): PackageFiles => {
  const schema = json(base, 'schema.json');
  const ui = json(base, 'ui.json');
  const texts = json(base, 'text.en.json');
  const { firstName, lastName, ...others } = inside(schema, 'properties');
  const { address, ...parts } = inside(schema, '$defs');
  const required = (schema['required'] as string[]).filter((key) => key !== 'firstName' && key !== 'lastName');
  const isOfBlock = (key: string): boolean => /^(firstName|lastName)\./.test(key);
  const [page, ...pages] = ui['elements'] as JsonObject[];
  const elements = (page?.['elements'] ?? []) as JsonObject[];
  const names = elements.filter(({ scope }) => /(firstName|lastName)$/.test(textOf(scope)));
  const block = {
    schema: {
      names: { firstName: firstName ?? {}, lastName: lastName ?? {} },
      required: ['firstName', 'lastName'],
      address: address ?? {},
    },
    ui: { names },
    texts: { en: Object.fromEntries(Object.entries(texts).filter(([key]) => isOfBlock(key))) },
  };
  return {
    ...base,
    'schema.json': JSON.stringify({
      ...schema,
      required: [{ $ref: 'shared/person.json#/schema/required' }, ...required],
      properties: { $ref: 'shared/person.json#/schema/names', ...others },
      $defs: { ...parts, address: { $ref: 'shared/person.json#/schema/address' } },
    }),
    'ui.json': JSON.stringify({
      ...ui,
      elements: [
        {
          ...page,
          elements: elements.flatMap((each) =>
            each === names[0] ? [{ $ref: 'shared/person.json#/ui/names' }] : names.includes(each) ? [] : [each],
          ),
        },
        ...pages,
      ],
    }),
    'text.en.json': JSON.stringify(Object.fromEntries(Object.entries(texts).filter(([key]) => !isOfBlock(key)))),
    'shared/person.json': JSON.stringify(block, null, 2),
  };
};

test('a form made of blocks is the same form', () => {
  const [plain, shared] = [definition(base), definition(moved())];
  expect(problemsOf(moved(), surroundings)).toEqual([]);
  expect({ ...shared, hash: '' }).toEqual({ ...plain, hash: '' });
});

test('a change to a block changes what the version is', () => {
  const files = moved();
  const block = files['shared/person.json'] ?? '';
  expect(
    definition({ ...files, 'shared/person.json': block.replace('"maxLength": 80', '"maxLength": 90') }).hash,
  ).not.toBe(definition(files).hash);
});

test('the form’s own words come before those of the block', () => {
  const files = moved();
  const words = { ...json(files, 'text.en.json'), 'firstName.label': 'Given name' };
  const { texts } = definition({ ...files, 'text.en.json': JSON.stringify(words) });
  expect(texts['en']?.['firstName.label']).toBe('Given name');
});

test.each([
  ['"maxLength": 80', '"maxLength": -1', 'schema-conforms'],
  ['"#/properties/lastName"', '"#/properties/lostName"', 'scope-exists'],
  ['"lastName.label": "', '"lastName.label": "Surname: [x](http://example.org) ', 'text-plain'],
])('a fault in a block (%s → %s) is told with the block’s file and line', (find, replace, rule) => {
  const files = moved();
  const text = (files['shared/person.json'] ?? '').replace(find, replace);
  const line = text.slice(0, text.indexOf(replace)).split('\n').length;
  const found = problemsOf({ ...files, 'shared/person.json': text }, surroundings).filter((each) => each.rule === rule);
  expect(found.map((each) => [each.file, each.line])).toContainEqual(['shared/person.json', line]);
});

test('a block that is not there, and a part that a block does not have, are told where they are named', () => {
  const { 'shared/person.json': block = '', ...files } = moved();
  const told = (given: PackageFiles): string[] => problemsOf(given, surroundings).map(({ message }) => message);
  expect(missingBlocks(files)).toEqual(['shared/person.json']);
  expect(told(files)).toContain('There is no block shared/person.json.');
  expect(told({ ...files, 'shared/person.json': block.replace('"address"', '"adress"') })).toContain(
    'The block shared/person.json has no part “/schema/address”.',
  );
});

test('blocks that contain one another are told, not walked without end', () => {
  const files = moved();
  const text = (files['shared/person.json'] ?? '').replace(
    '"ui": {',
    '"checks": { "a": { "$ref": "#/checks/a" } }, "ui": {',
  );
  const schema = (files['schema.json'] ?? '').replace('#/schema/address', '#/checks/a');
  const found = problemsOf({ ...files, 'schema.json': schema, 'shared/person.json': text }, surroundings);
  expect(found.map(({ message }) => message)).toContain('“#/checks/a” contains itself.');
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const council = (): string => {
  const forms = mkdtempSync(join(tmpdir(), 'blocks-'));
  folders.push(forms);
  const version = join(forms, 'holiday-club', '1.0.0');
  for (const [path, text] of Object.entries(moved())) {
    const file = path.startsWith('shared/') ? join(forms, path) : join(version, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  return forms;
};

test('a published version keeps the blocks as they were; the next one has them as they are', async () => {
  const forms = council();
  expect(publish(forms, 'holiday-club')).toBe(true);
  const block = join(forms, 'shared', 'person.json');
  const before = readPackage(forms, 'holiday-club').files;
  writeFileSync(block, readFileSync(block, 'utf8').replace('"maxLength": 80', '"maxLength": 90'));

  expect(readPackage(forms, 'holiday-club', '1.0.0').files).toEqual(before);
  expect((await readPackages(forms)).map(({ files }) => files['shared/person.json'])).toEqual([
    before['shared/person.json'],
  ]);

  const next = newVersion(forms, 'holiday-club', 'compatible');
  expect(existsSync(join(next, 'shared'))).toBe(false);
  expect(readPackage(forms, 'holiday-club', '1.1.0').files['shared/person.json']).toContain('"maxLength": 90');
  const served = await readPackages(forms);
  expect(served.map(({ version, files }) => [version, files['shared/person.json']?.includes('90')])).toEqual([
    ['1.0.0', false],
    ['1.1.0', true],
  ]);
});

test('a frozen block that is edited by one byte fails the check', () => {
  const forms = council();
  publish(forms, 'holiday-club');
  const frozen = join(forms, 'holiday-club', '1.0.0', 'shared', 'person.json');
  const lock: unknown = JSON.parse(readFileSync(join(forms, 'forms.lock'), 'utf8'));
  const publishedHash = textOf(inside(lock, 'holiday-club')['1.0.0']);
  const check = (): string[] =>
    problemsOf(readPackage(forms, 'holiday-club').files, { ...surroundings, publishedHash }).map(({ rule }) => rule);
  expect(check()).toEqual([]);
  writeFileSync(frozen, `${readFileSync(frozen, 'utf8')} `);
  expect(check()).toEqual(['published-unchanged']);
});
