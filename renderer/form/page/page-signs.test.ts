import { expect, test } from 'vitest';
import { licence } from '../../../engine/testing/licence.ts';
import { pageSign } from './page-signs.ts';

const attachments = { at: '/photos', extensions: ['png'], maxBytes: 10, maxFiles: 2 };
const { definition } = licence;
const form = { ...licence, definition: { ...definition, manifest: { ...definition.manifest, attachments } } };
const page = licence.questionAt('/photos')?.pageId ?? '';

test('a page whose document was refused has a problem, until the error is cleared', () => {
  const states = { [page]: 'done' as const, angler: 'done' as const };
  expect(pageSign(form, states, [{ phase: 'failed' }])(page)).toBe('problems');
  expect(pageSign(form, states, [{ phase: 'failed' }])('angler')).toBe('done');
  expect(pageSign(form, states, [{ phase: 'sending' }])(page)).toBe('done');
  expect(pageSign(form, {}, [])(page)).toBe('untouched');
});
