import type { JsonFormsCellRendererRegistryEntry, JsonFormsRendererRegistryEntry, JsonSchema } from '@jsonforms/core';
import { JsonFormsDispatchRenderer } from '@jsonforms/react';
import { createContext, memo, useContext } from 'react';
import type { Schema } from '../../engine/index.ts';
import { useTools } from '../form/filling-context.ts';
import type { VisibleElement } from '../form/page/page-filter.ts';
import { isPlainText, LockedAnswer } from './questions/LockedAnswer.tsx';
import { pointerOfScope } from './question.tsx';

/** What JSON Forms needs to find a renderer; it stays the same while a form is open. */
export interface Registry {
  schema: JsonSchema;
  renderers: JsonFormsRendererRegistryEntry[];
  cells: JsonFormsCellRendererRegistryEntry[];
}

export const RegistryContext = createContext<Registry | undefined>(undefined);

interface PlaceProps {
  /** The object in which the elements stand, as in `contacts.0`. */
  path: string;
  /** Of that object; the form's own when it is not said. */
  schema?: Schema;
}

const config = {};

/**
 * One element through JSON Forms' registry. `JsonFormsDispatch` would listen to every change of the data; this one is drawn again only
 * when the element itself is another.
 */
export const Element = memo(({ element, path, schema }: PlaceProps & { element: VisibleElement }) => {
  const registry = useContext(RegistryContext);
  const { filling, locked } = useTools();
  if (!registry) throw new Error('Elements are drawn inside an open form.');
  const question =
    path === '' && element.scope !== undefined ? filling.form.questionAt(pointerOfScope(element.scope)) : undefined;
  if (isPlainText(question, locked)) return <LockedAnswer question={question} />;
  return (
    <JsonFormsDispatchRenderer
      uischema={element}
      schema={schema ?? registry.schema}
      rootSchema={registry.schema}
      path={path}
      enabled
      renderers={registry.renderers}
      cells={registry.cells}
      config={config}
    />
  );
});

/** Elements one under the other. */
export const Elements = ({
  elements = [],
  ...place
}: PlaceProps & { elements?: readonly VisibleElement[] | undefined }) =>
  elements.map((element, index) => <Element element={element} key={keyOf(element, index)} {...place} />);

/** A question keeps its box, and its focus, when others appear above it. */
const keyOf = ({ scope, i18n, type }: VisibleElement, index: number): string => scope ?? i18n ?? `${type}-${index}`;
