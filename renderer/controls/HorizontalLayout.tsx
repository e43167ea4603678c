import type { Schema } from '../../engine/index.ts';
import { Elements } from './dispatch.tsx';
import type { ControlProps } from './question.tsx';
import { isElement } from './testers.ts';
import './layout.css';

/** Short questions side by side where there is room. */
export const HorizontalLayout = ({ uischema, path, schema }: ControlProps & { schema: Schema }) => (
  <div className="side-by-side">
    <Elements elements={uischema.elements} path={path} schema={schema} />
  </div>
);

export const horizontalTester = isElement('HorizontalLayout');
