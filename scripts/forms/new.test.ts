/** A new form works before anybody has touched it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { problemsIn } from './check.ts';
import { compiled } from './compiled.ts';
import { kinds, newForm } from './new.ts';
import { readPackage } from './packages.ts';

const formsDir = mkdtempSync(join(tmpdir(), 'formwork-new-'));
afterAll(() => rmSync(formsDir, { recursive: true, force: true }));

test.each(kinds)('a new %s has nothing wrong with it', (kind) => {
  const id = `river-${kind}`;
  const folder = newForm(formsDir, id, { kind, title: 'A “river” \\ $& form' });
  const written = readPackage(formsDir, id);
  expect(problemsIn(formsDir, written)).toEqual([]);
  const form = compiled(written);
  expect(form.definition.manifest).toMatchObject({ id, version: '1.0.0', kind });
  expect(form.text('form.title')).toBe('A “river” \\ $& form');
  expect(form.pages).toHaveLength(2);
  expect(folder).toBe(join(formsDir, id, '1.0.0'));
});

test('its files name schemas that an editor finds', () => {
  const folder = newForm(formsDir, 'river-swim');
  for (const file of ['form.json', 'ui.json', 'checks.json', 'examples/complete.json']) {
    const named = /"\$schema": "(.*)"/.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? '';
    expect(JSON.parse(readFileSync(join(folder, dirname(file), named), 'utf8'))).toHaveProperty('title');
  }
  expect(compiled(readPackage(formsDir, 'river-swim')).text('form.title')).toBe('River swim');
});

test.each(['River', 'river_swim', '-river', '../river', 'river/', 'shared', `r${'x'.repeat(60)}`, ''])(
  '“%s” cannot be a name',
  (id) => expect(() => newForm(formsDir, id)).toThrow(/name/),
);

test('a form that exists is left alone', () => {
  newForm(formsDir, 'river-boat');
  expect(() => newForm(formsDir, 'river-boat')).toThrow('forms -- new-version river-boat');
});
