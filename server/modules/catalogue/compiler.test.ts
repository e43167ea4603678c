import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from '../../../engine/author.ts';
import { definition } from '../../../engine/testing/licence.ts';
import { compileDefinition, compileFolder, compileValidators } from './compiler.ts';
import { createEdition } from './edition.ts';

const forms = fileURLToPath(new URL('../../../tests/support/forms', import.meta.url));

test('a folder and the files in it are read as they would be here', async () => {
  const [folder] = await compileFolder(forms);
  const files = folder?.files ?? {};
  expect({ definition: folder?.parsed.definition }).toEqual(parse(files));
  expect(await compileDefinition(files)).toEqual(folder?.parsed.definition);
});

test('a form is compiled once it is asked for, and judges', async () => {
  const edition = createEdition(definition, false);
  expect(() => edition.compiled()).toThrow('not compiled yet');
  await Promise.all([edition.ready(), edition.ready()]);
  expect(edition.compiled().validators('all')?.({})).not.toEqual([]);
});

test('what cannot be read or compiled refuses itself, and the thread goes on', async () => {
  const schema = { ...definition.schema, $ref: '#/$defs/missing' };
  const edition = createEdition({ ...definition, schema }, false);
  await edition.ready();
  expect(() => edition.compiled()).toThrow('missing');
  expect(edition.summary.id).toBe(definition.manifest.id);
  await expect(compileFolder('/no/such/folder')).rejects.toThrow('ENOENT');
  await expect(compileDefinition({})).rejects.toThrow();
  expect(await compileValidators(definition)).toMatch(/^\(require\) => \{/);
});
