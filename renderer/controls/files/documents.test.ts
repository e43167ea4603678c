import { expect, test } from 'vitest';
import { documentsOf, withoutDocument } from './documents.ts';

const row = (id: string) => ({ file: { id, name: `${id}.pdf`, bytes: 5, mediaType: 'application/pdf' }, kind: 'plan' });

test('a row without a document keeps its place, so that no other row is taken for it', () => {
  expect(documentsOf([{ kind: 'plan' }, row('a')])).toEqual([undefined, { id: 'a', name: 'a.pdf', bytes: 5 }]);
});

test('the last document leaves no answer behind', () => {
  expect(withoutDocument([row('a'), row('b')], 'a')).toEqual([row('b')]);
  expect(withoutDocument([row('a')], 'a')).toBeUndefined();
  expect(withoutDocument(undefined, 'a')).toBeUndefined();
});
