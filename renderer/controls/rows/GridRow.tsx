import type { ReactNode } from 'react';
import type { Question, Schema, UiElement } from '../../../engine/index.ts';
import type { Pointer } from '../../../engine/json.ts';
import { useProblem } from '../../form/filling-context.ts';
import { AlertIcon } from '../../parts/icons.tsx';
import { Element } from '../dispatch.tsx';
import { idOf, pathOf, RowContext } from '../question.tsx';
import { lastOf, useCells } from './cells.ts';
import { useFormT } from '../../form/words.ts';

interface GridRowProps {
  pointer: Pointer;
  /** What the row is called in the labels of its boxes. */
  name: string;
  heading: ReactNode;
  columns: readonly Question[];
  detail: UiElement | undefined;
  schema: Schema;
  children?: ReactNode;
}

/** One row of questions; `children` stands in a last cell of its own. What is wrong with the row as a whole stands in its heading. */
export const GridRow = ({ pointer, name, heading, columns, detail, schema, children }: GridRowProps) => {
  const cells = useCells(detail, pointer);
  const problem = useProblem(pointer);
  const t = useFormT();
  const id = idOf(pointer);
  const path = pathOf(pointer);
  return (
    <tr role="row" id={id} tabIndex={-1} aria-describedby={problem && `${id}-problem`}>
      <th scope="row" role="rowheader">
        {heading}
        {problem && (
          <p className={problem.level === 'error' ? 'field-error' : 'field-warning'} id={`${id}-problem`}>
            <AlertIcon />
            <span>{t(problem.level === 'error' ? 'error' : 'check', { message: problem.message })}</span>
          </p>
        )}
      </th>
      {columns.map((column) => {
        const cell = cells.get(lastOf(column.pointer));
        return (
          <td key={column.pointer} role="cell" className={`grid-${column.kind}`}>
            {cell && (
              <RowContext value={name}>
                <Element element={cell} path={path} schema={schema} />
              </RowContext>
            )}
          </td>
        );
      })}
      {children !== undefined && (
        <td role="cell" className="grid-actions">
          {children}
        </td>
      )}
    </tr>
  );
};
