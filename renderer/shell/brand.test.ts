import { expect, test } from 'vitest';
import { readableOn } from './brand.ts';

test('the header’s words can be read on any colour a council may have', () => {
  expect(['#1f4e79', '#000000', '#b3261e', '#ffd400', '#ffffff', '#7fd1ae'].map(readableOn)).toEqual([
    '#ffffff',
    '#ffffff',
    '#ffffff',
    '#1d2433',
    '#1d2433',
    '#1d2433',
  ]);
});
