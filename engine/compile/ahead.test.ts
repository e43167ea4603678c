import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validatorsFunction } from '../author.ts';
import { validatorsModule } from '../index.ts';
import { someAnswers } from '../testing/answers.ts';
import { definition, licence, validators } from '../testing/licence.ts';
import { formAjv } from './ahead.ts';
import { conditionKey } from './keys.ts';
import { loadValidators, type MakeValidators } from './load.ts';

const source = validatorsModule(validatorsFunction(definition));
const hasMake = (module: unknown): module is { make: MakeValidators } =>
  typeof module === 'object' && module !== null && 'make' in module && typeof module.make === 'function';

const module: unknown = await import(
  /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`
);
if (!hasMake(module)) throw new Error('The validators export no function that makes them');
const ahead = loadValidators(module.make);

const keys = ['all', ...licence.pages.map(({ id }) => `page:${id}`)];

test('validators made ahead of time say exactly what those made in memory say', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      for (const key of keys) expect(ahead(key)?.(answers)).toEqual(validators(key)?.(answers));
      for (const branch of [0, 1]) {
        const key = `branch:/properties/pet/oneOf/${branch}`;
        expect(ahead(key)?.(answers['pet'])).toEqual(validators(key)?.(answers['pet']));
      }
    }),
    { numRuns: 200 },
  );
});

test('conditions are among them, and judge a missing answer', () => {
  const key = conditionKey({ enum: ['lake', 'sea'] });
  expect([ahead(key)?.('sea'), ahead(key)?.('river').length, ahead(key)?.(undefined).length]).toEqual([[], 1, 1]);
  expect(ahead('page:none')).toBeUndefined();
});

test('pounds and pence are told from fractions of a penny', () => {
  const inPence = formAjv().compile({ type: 'number', multipleOf: 0.01 });
  expect([19.99, 0.29, 999999.99, 12.345].map((amount) => inPence(amount))).toEqual([true, true, true, false]);
});

test('nothing in them makes code at run time', () => {
  expect(source).not.toMatch(/new Function|\beval\(/);
});

test('a module that asks for what is not there says so', () => {
  expect(() => loadValidators((require) => ({ all: () => require('fs') }))('all')?.({})).toThrow('fs');
});
