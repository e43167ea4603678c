import type { ReactNode } from 'react';
import type { PrintTable } from '../../engine/index.ts';
import { Lines } from './Lines.tsx';

const Record = ({ columns, cells, name }: Pick<PrintTable, 'columns'> & { cells: string[]; name?: ReactNode }) => (
  <li>
    {name && <strong>{name}</strong>}
    <dl className="print-record">
      {columns.map(({ label }, at) => {
        const value = cells[at] ?? '';
        if (label === '' || value === '') return null;
        return (
          <div key={at}>
            <dt>{label}</dt>
            <dd>
              <Lines text={value} />
            </dd>
          </div>
        );
      })}
    </dl>
  </li>
);

/** A table with more columns than a page is wide: each row by itself, what is empty in it left out. */
export const Records = ({
  block: { columns, rows, totals },
  total,
}: {
  block: PrintTable;
  /** What stands before the totals. */
  total: ReactNode;
}) => {
  // A column without a heading names the rows.
  const names = columns.findIndex(({ label }) => label === '');
  return (
    <ol className="print-records">
      {rows.map((row, index) => (
        <Record columns={columns} cells={row} name={row[names] ?? ''} key={index} />
      ))}
      {totals && <Record columns={columns} cells={totals} name={total} />}
    </ol>
  );
};
