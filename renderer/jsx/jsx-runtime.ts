/** What every `<element>` of the portal becomes: React's own, with text kept apart (see `text-apart.ts` and decision 0010). */
import { jsx as one, jsxs as several } from 'react/jsx-runtime';
import type { ElementType, Key, ReactElement } from 'react';
import { apart, type Props } from './text-apart.ts';

export { Fragment } from 'react/jsx-runtime';
export type { JSX } from 'react/jsx-runtime';

/** An element with one child, or none. */
export const jsx = (type: ElementType, props: Props, key?: Key): ReactElement => one(type, apart(type, props), key);

/** An element with several children that stand in the source. */
export const jsxs = (type: ElementType, props: Props, key?: Key): ReactElement =>
  several(type, apart(type, props), key);
