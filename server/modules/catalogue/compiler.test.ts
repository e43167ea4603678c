import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from '../../../engine/author.ts';
import { definition } from '../../../engine/testing/licence.ts';
import { compileDefinition, compileFolder, compileValidators } from './compiler.ts';
import { createFormVersion } from './form-version.ts';

const forms = fileURLToPath(new URL('../../../tests/support/forms', import.meta.url));

test('a folder and the files in it are read as they would be here', async () => {
  const [folder] = await compileFolder(forms);
  const files = folder?.files ?? {};
  expect({ definition: folder?.parsed.definition }).toEqual(parse(files));
  expect(await compileDefinition(files)).toEqual(folder?.parsed.definition);
});

test('a form is compiled once it is asked for, and judges', async () => {
  const formVersion = createFormVersion(definition, false);
  expect(() => formVersion.compiled()).toThrow('not compiled yet');
  await Promise.all([formVersion.ready(), formVersion.ready()]);
  expect(formVersion.compiled().validators('all')?.({})).not.toEqual([]);
});

test('what cannot be read or compiled refuses itself, and the thread goes on', async () => {
  const schema = { ...definition.schema, $ref: '#/$defs/missing' };
  const formVersion = createFormVersion({ ...definition, schema }, false);
  await formVersion.ready();
  expect(() => formVersion.compiled()).toThrow('missing');
  expect(formVersion.summary.id).toBe(definition.manifest.id);
  await expect(compileFolder('/no/such/folder')).rejects.toThrow('ENOENT');
  await expect(compileDefinition({})).rejects.toThrow();
  expect(await compileValidators(definition)).toMatch(/^\(require\) => \{/);
});
