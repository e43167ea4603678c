import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { referencePages } from '../../scripts/reference.ts';
import { problemKinds } from '../../server/core/errors.ts';

test.each(Object.entries(referencePages()))('docs/reference/%s says what the code says', (name, text) => {
  expect(readFileSync(`docs/reference/${name}`, 'utf8')).toBe(text);
});

test('every problem in the table is used somewhere', () => {
  const sources = globSync('server/**/*.ts', { exclude: ['**/*.test.ts', 'server/core/errors.ts'] })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const unused = Object.keys(problemKinds).filter((code) => !sources.includes(`'${code}'`));
  expect(unused).toEqual([]);
});
