/** The same while the portal is developed and tested, where React complains of missing keys and the like. */
import { jsxDEV as inDevelopment, type JSXSource } from 'react/jsx-dev-runtime';
import type { ElementType, Key, ReactElement } from 'react';
import { apart, type Props } from './text-apart.ts';

export { Fragment } from 'react/jsx-dev-runtime';
export type { JSX } from 'react/jsx-dev-runtime';

/** An element; `several` when its children stand in the source. */
export const jsxDEV = (
  type: ElementType,
  props: Props,
  key: Key | undefined,
  several: boolean,
  source?: JSXSource,
  self?: unknown,
): ReactElement => inDevelopment(type, apart(type, props), key, several, source, self);
