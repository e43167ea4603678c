/** Whoever runs the service is told by name which questions and identifiers nobody has said from whom they are kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { undeclaredInForms } from '../../scripts/ops/undeclared.ts';
import { verifiedWords, verify } from '../../scripts/ops/verify.ts';
import { readFiles } from '../packages/read.ts';
import { startPortal } from '../support/portal.ts';

const base = readFiles(join(import.meta.dirname, '../packages/base'));

/** The form of the test as one that is sent, which asks for an address; `declared`, it says from whom that is kept. */
const sent = (declared: boolean): Record<string, string> => ({
  ...base,
  'form.json': (base['form.json'] ?? '').replace('"application"', '"task"'),
  'ui.json': (base['ui.json'] ?? '').replace(
    '"i18n": "child.home",',
    `"i18n": "child.home",${declared ? ' "options": { "confidentialFrom": [] },' : ''}`,
  ),
});

test('a store names each question of the versions that are shown, the service and the check of the store each identifier', async () => {
  const formsDir = mkdtempSync(join(tmpdir(), 'formwork-no-forms-'));
  const councilDir = join(import.meta.dirname, '../support/clock-council');
  const portal = await startPortal({ config: { formsDir, councilDir } });
  const { store, services } = portal;
  const keep = (hash: string, version: string, declared: boolean, published = true) =>
    store.insert('formVersions', {
      _id: hash,
      form: 'holiday-club',
      version,
      published,
      files: sent(declared),
    });
  await keep('first', '1.0.0', false);
  const told = 'holiday-club 1.0.0: “home” asks for where somebody lives and does not say from whom it is kept.';
  expect(await undeclaredInForms(store, new Set(), [])).toEqual([told]);
  await keep('tenth', '1.10.0', true);
  await keep('draft', '2.0.0', false, false);
  expect(await undeclaredInForms(store, new Set(), [])).toEqual([]);
  // It is filled in from a number that the council has of the child, though it has no format.
  const number = 'holiday-club 1.10.0: “firstName” asks for a number that is only one person’s';
  expect((await undeclaredInForms(store, new Set(), ['child.firstName'])).join()).toContain(number);
  // What was submitted in an earlier version is still shown by it.
  expect(await undeclaredInForms(store, new Set(['first', 'tenth']), [])).toEqual([told]);

  const identifier = 'case.json: confidentialFrom does not say from whom person.angler is kept; [] is nobody.';
  const found = await verify({ ...portal.storage, clock: portal.clock, config: services.config });
  expect(found).toMatchObject({ faults: [], undeclared: [identifier] });
  expect(verifiedWords(found).split('\n').slice(-2)).toEqual([identifier, 'All is as it was written.']);
  const cases = (await services.readiness.findings()).find(({ name }) => name === 'cases');
  expect(cases).toEqual({ name: 'cases', ok: true, detail: identifier });
  await portal.stop();
  rmSync(formsDir, { recursive: true });
});
