import type { Schema } from '../../engine/index.ts';
import { useTools } from '../form/filling-context.ts';
import { Elements } from './dispatch.tsx';
import type { ControlProps } from './question.tsx';
import { isElement } from './testers.ts';
import { Words } from './Words.tsx';
import './layout.css';
import { FormText } from './FormText.tsx';

/** Questions under a heading of their own. */
export const Group = ({ uischema, path, schema }: ControlProps & { schema: Schema }) => {
  const { form } = useTools().filling;
  const text = (suffix: string): string | undefined =>
    uischema.i18n === undefined ? undefined : form.text(`${uischema.i18n}.${suffix}`);
  const label = text('label') ?? (typeof uischema.label === 'string' ? uischema.label : undefined);
  const help = text('help');
  return (
    <section className="question-group">
      {label !== undefined && (
        <h2>
          <FormText text={label} />
        </h2>
      )}
      {help !== undefined && (
        <p className="muted">
          <Words text={help} />
        </p>
      )}
      <Elements elements={uischema.elements} path={path} schema={schema} />
    </section>
  );
};

export const groupTester = isElement('Group');
