/** A name or file that a command is given and that is not there: the command says so, and what there is. */
import { expect, test } from 'vitest';
import { render, tryAnswers } from './answers.ts';
import { differences } from './differences.ts';
import { publish } from './publish.ts';

const form = 'ehcna-parents-young-person';

test('an example that is not there: those there are', async () => {
  const words = /^There is no example “nosuch” .+ minimal, .+$/;
  await expect(render('forms', form, { example: 'nosuch' })).rejects.toThrow(words);
  expect(() => tryAnswers('forms', form, 'nosuch', false)).toThrow(words);
});

test('a file that holds no answers, and one that is a folder', () => {
  expect(() => tryAnswers('forms', form, 'README.md', false)).toThrow('README.md is not JSON');
  expect(() => tryAnswers('forms', form, 'docs', false)).toThrow('There is no example “docs”');
});

test('a form or a version that is not there: those there are', () => {
  expect(() => tryAnswers('forms', 'nosuch', 'full', false)).toThrow(
    /There is no form nosuch in forms. There are: .*ehcna-primary/,
  );
  expect(() => differences('forms', form, '9.9.9')).toThrow(`${form} has no version 9.9.9. There are: 1.0.0, 1.0.1`);
  expect(() => publish('forms', form, '9.9.9')).toThrow('There are: 1.0.0, 1.0.1');
});

test('a language that is not there, and a folder to write to', async () => {
  await expect(render('forms', form, { language: 'xx' })).rejects.toThrow(/has no language “xx”. There are: en, pl/);
  await expect(render('forms', form, { html: true, out: 'no/such/folder/a.html' })).rejects.toThrow(
    'no/such/folder/a.html cannot be written: there is no folder no/such/folder',
  );
});
