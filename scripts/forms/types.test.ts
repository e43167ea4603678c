/** The types are fresh, and they are true: they take what is really submitted. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test, vi } from 'vitest';
import { prune } from '../../engine/index.ts';
import { isObject, type JsonObject, textOf } from '../../engine/json.ts';
import { compiled } from './compiled.ts';
import { readLock } from './lock.ts';
import { newForm } from './new.ts';
import { readPackage } from './packages.ts';
import { publish } from './publish.ts';
import { typeFiles, types } from './types.ts';

const folder = mkdtempSync(join(tmpdir(), 'formwork-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const repository = join(import.meta.dirname, '..', '..');
const formsDir = join(repository, 'forms');

/** What the compiler says of values that are said to be of the type that a file exports. */
const complaints = (file: string, type: string, values: readonly JsonObject[]): string[] => {
  const path = join(folder, 'values.ts');
  const lines = values.map((value, index) => `export const value${index}: ${type} = ${JSON.stringify(value)};`);
  writeFileSync(path, [`import type { ${type} } from ${JSON.stringify(file)};`, ...lines].join('\n'));
  const program = ts.createProgram([path], {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
};

/** The answers of every accepted example as they are submitted. */
const submitted = (form: string, version: string): JsonObject[] => {
  const pack = readPackage(formsDir, form, version);
  const ready = compiled(pack);
  return Object.entries(pack.files).flatMap(([path, text]) => {
    if (!path.startsWith('examples/')) return [];
    const example: unknown = JSON.parse(text);
    if (!isObject(example) || !isObject(example['answers']) || !isObject(example['expect'])) return [];
    if (example['expect']['outcome'] !== 'accepted') return [];
    const values = isObject(example['context']) ? example['context'] : {};
    return [prune(ready, example['answers'], { today: textOf(example['today']), values })];
  });
};

test('the types that lie in the repository are those of the published forms', async () => {
  const told = vi.spyOn(console, 'log').mockReturnValue();
  const fresh = await types(formsDir, join(repository, 'types'), [], true);
  expect(told.mock.calls.flat().join('\n')).toContain('All types are fresh');
  expect(fresh).toBe(true);
});

const published = Object.entries(readLock(formsDir)).flatMap(([form, versions]) =>
  Object.keys(versions).map((version) => ({ form, version })),
);

test.each(published)('the types of $form $version take what is submitted', async ({ form, version }) => {
  const file = `forms/${form}@${version}.d.ts`;
  const text = (await typeFiles(formsDir, [form]))[file] ?? '';
  const type = /export interface (\w+Answers) /.exec(text)?.[1] ?? '';
  writeFileSync(join(folder, 'answers.d.ts'), text);
  const values = submitted(form, version);
  expect(values.length).toBeGreaterThan(0);
  expect(complaints('./answers.js', type, values)).toEqual([]);
});

test('what a rule can hide may be absent, the rest may not, and nothing else is known', async () => {
  const forms = join(folder, 'forms');
  newForm(forms, 'river-trip');
  vi.spyOn(console, 'log').mockReturnValue();
  publish(forms, 'river-trip');
  const out = join(folder, 'types');
  expect(await types(forms, out, [], true)).toBe(false);
  expect(await types(forms, out, [], false)).toBe(true);
  expect(await types(forms, out, [], true)).toBe(true);
  const file = './types/forms/river-trip@1.0.0.js';
  const whole = {
    firstName: 'Ola',
    lastName: 'Nowak',
    dateOfBirth: '2017-03-14',
    needsHelp: false,
    people: [{ name: 'Grace', phone: '01632 960101' }],
  };
  expect(complaints(file, 'RiverTripAnswers', [whole])).toEqual([]);
  const { lastName: _lastName, ...without } = whole;
  expect(complaints(file, 'RiverTripAnswers', [without]).join()).toMatch(/'lastName' is missing/);
  expect(complaints(file, 'RiverTripAnswers', [{ ...whole, hobby: 'rowing' }]).join()).toMatch(/hobby.*does not exist/);
});
