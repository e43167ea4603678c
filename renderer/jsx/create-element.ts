import type { ElementType, Key, ReactElement } from 'react';
import { jsx, jsxs } from './jsx-runtime.ts';
import type { Props } from './text-apart.ts';

/** What `<element {...others} key="…">` becomes, where a compiler cannot tell the key from the rest. */
export const createElement = (
  type: ElementType,
  { key, ...props }: Props & { key?: Key },
  ...children: unknown[]
): ReactElement => {
  if (children.length > 1) return jsxs(type, { ...props, children }, key);
  return jsx(type, children.length === 1 ? { ...props, children: children[0] } : props, key);
};
