import { expect, test } from 'vitest';
import { searchKey } from '../../core/search-key.ts';
import { searchFilters, subjectKey } from './search.ts';

test('accents, capitals and spaces do not hide a person', () => {
  expect(subjectKey('Łucja', 'Ó  Briain')).toBe('o briain lucja');
  expect(searchKey('  ŻÓŁW ')).toBe('zolw');
});

test('a reference is tried first, then the name either way round', () => {
  expect(searchFilters('fw-7k3m')).toEqual([
    { reference: { prefix: 'FW-7K3M' } },
    { subjectKey: { prefix: 'fw-7k3m' } },
  ]);
  expect(searchFilters('Jan Kowalski')).toEqual([
    { subjectKey: { prefix: 'jan kowalski' } },
    { subjectKey: { prefix: 'kowalski jan' } },
  ]);
  expect(searchFilters(' ')).toEqual([{}]);
});
