/** Stock JSON Forms with its Material renderers: the peer that the form page is measured against. */
import { materialCells, materialRenderers } from '@jsonforms/material-renderers';
import { JsonForms } from '@jsonforms/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { manyFields } from '../many-fields.ts';

const count = Number(new URLSearchParams(location.search).get('fields') ?? '20');
const { schema, uischema } = manyFields(count);

const Page = () => {
  const [data, setData] = useState<unknown>({});
  return (
    <JsonForms
      schema={schema}
      uischema={uischema}
      data={data}
      renderers={materialRenderers}
      cells={materialCells}
      onChange={({ data: next }: { data: unknown }) => setData(next)}
    />
  );
};

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Page />);
