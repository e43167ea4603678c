import { Fragment, jsx } from 'react/jsx-runtime';

/** What the runtimes need to know of an element's attributes. */
export interface Props {
  children?: unknown;
}

/** Elements in which the browser allows text only. */
const textOnly = new Set<unknown>(['option', 'title', 'textarea', 'text', 'tspan']);

const isText = (child: unknown): child is string | number | bigint =>
  typeof child === 'string' ? child.trim() !== '' : typeof child === 'number' || typeof child === 'bigint';

const inOwnElement = (child: unknown, key?: string): unknown => {
  if (Array.isArray(child)) return child.map((each, index) => inOwnElement(each, `text-${index}`));
  return isText(child) ? jsx('span', { children: child }, key) : child;
};

/**
 * The attributes of an element, with text in an element of its own wherever something stands beside it. A browser that translates the
 * page puts elements of its own in the place of text nodes. React still finds its way among siblings when those are elements, and its
 * text when that is an only child. White space is left as it is: nobody translates it.
 */
export const apart = (type: unknown, props: Props): Props => {
  const { children } = props;
  if (children === undefined || textOnly.has(type)) return props;
  // What a fragment holds stands beside whatever is around the fragment.
  if (!Array.isArray(children) && !Object.is(type, Fragment)) return props;
  return { ...props, children: inOwnElement(children) };
};
