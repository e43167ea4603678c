import { expect, test } from 'vitest';
import { searchFilters } from './search.ts';

test('a reference is tried first, then the words of a name, then the key of what no migration has been at', () => {
  expect(searchFilters('fw-7k3m')).toEqual([
    { reference: { prefix: 'FW-7K3M' } },
    { words: { all: [{ prefix: 'fw' }, { prefix: '7k3m' }] } },
    { subjectKey: { prefix: 'fw 7k3m' } },
  ]);
  expect(searchFilters('Jan Kowalski')).toEqual([
    { words: { all: [{ prefix: 'jan' }, { prefix: 'kowalski' }] } },
    { subjectKey: { prefix: 'jan kowalski' } },
  ]);
  expect(searchFilters(' ')).toEqual([{}]);
});
