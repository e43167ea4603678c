import type { Schema } from '../../engine/index.ts';
import { Elements } from './dispatch.tsx';
import type { ControlProps } from './question.tsx';
import { isElement } from './testers.ts';

/** Questions one under the other: a page, or a part of one. */
export const Layout = ({ uischema, path, schema }: ControlProps & { schema: Schema }) => (
  <Elements elements={uischema.elements} path={path} schema={schema} />
);

export const pageTester = isElement('Category');
export const verticalTester = isElement('VerticalLayout');
