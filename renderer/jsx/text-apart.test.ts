import { isValidElement, type ReactNode } from 'react';
import { Fragment } from 'react/jsx-runtime';
import { expect, test } from 'vitest';
import { apart } from './text-apart.ts';

/** Types of the children, text as itself. */
const drawn = (type: unknown, children: ReactNode): unknown[] =>
  [apart(type, { children }).children].flat().map((child) => (isValidElement(child) ? child.type : child));

test('text that has a sibling gets an element of its own, also when it comes and goes', () => {
  expect(drawn('p', ['Saved at ', '14:02', false, 3])).toEqual(['span', 'span', false, 'span']);
  expect(drawn('p', [null, 'words'])).toEqual([null, 'span']);
});

test('text that is alone stays as it is', () => {
  expect(drawn('p', 'words')).toEqual(['words']);
});

test('what a fragment holds stands beside others', () => {
  expect(drawn(Fragment, 'words')).toEqual(['span']);
});

test('white space, and text where only text may stand, is left', () => {
  expect(drawn('p', ['one', ' ', 'two'])).toEqual(['span', ' ', 'span']);
  expect(drawn('option', ['one', ' two'])).toEqual(['one', ' two']);
});
