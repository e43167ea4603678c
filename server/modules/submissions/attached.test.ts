import { expect, test } from 'vitest';
import { attached } from './attached.ts';
import type { AttachmentDocument } from '../drafts/documents.ts';

const upload = (id: string, state: AttachmentDocument['state']): AttachmentDocument => ({
  _id: id,
  revision: 1,
  createdAt: '2026-11-24T10:00:00.000Z',
  updatedAt: '2026-11-24T10:00:00.000Z',
  owner: 'account1',
  draft: 'draft001',
  name: `${id}.pdf`,
  bytes: 10,
  mediaType: 'application/pdf',
  sha256: 'x',
  blob: 'b',
  state,
});
const row = (id: string) => ({ file: { id, name: 'invented.exe', bytes: 1, mediaType: 'text/html' }, kind: 'report' });

test('what the browser says about a file is replaced by what was uploaded', () => {
  const result = attached({ documents: [row('one')] }, '/documents', [upload('one', 'clean'), upload('two', 'clean')]);
  expect(result.problems).toEqual([]);
  expect(result.answers).toEqual({
    documents: [{ file: { id: 'one', name: 'one.pdf', bytes: 10, mediaType: 'application/pdf' }, kind: 'report' }],
  });
  expect(result.used.map((document) => document._id)).toEqual(['one']);
});

test.each([
  ['missing', []],
  ['waiting', [upload('one', 'waiting')]],
  ['infected', [upload('one', 'infected')]],
] as const)('a file that is %s stops the submission at its row', (keyword, uploaded) => {
  const result = attached({ documents: ['noise', row('one')] }, '/documents', uploaded);
  expect(result.problems).toMatchObject([{ pointer: '/documents/1/file', keyword }]);
  expect(result.used).toEqual([]);
});

test('without a scanner a file passes; the same file twice does not', () => {
  const result = attached({ documents: [row('one'), row('one')] }, '/documents', [upload('one', 'unscanned')]);
  expect(result.problems).toMatchObject([{ pointer: '/documents/1/file', keyword: 'repeated' }]);
});
