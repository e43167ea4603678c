import type { ReactNode } from 'react';
import './table.css';

export interface Column<Row> {
  label: string;
  /** Stands in place of the label at the top, such as a link that sorts. Absent below 700 px, where there are no headings. */
  heading?: ReactNode;
  /** The rows are in the order of this column. */
  sorted?: 'ascending' | 'descending';
  cell: (row: Row) => ReactNode;
  /** Its heading is only for screen readers, and its cells hold buttons. */
  actions?: boolean;
  /** Numbers and dates: digits of one width. */
  numbers?: boolean;
}

interface TableProps<Row> {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

const classOf = <Row,>({ actions, numbers }: Column<Row>): string | undefined =>
  actions ? 'table-actions' : numbers ? 'numbers' : undefined;

interface HeadingProps {
  label: string;
  actions: boolean | undefined;
  heading: ReactNode;
}

const Heading = ({ label, actions, heading }: HeadingProps) => {
  if (actions) return <span className="visually-hidden">{label}</span>;
  if (heading === undefined) return <>{label}</>;
  return (
    <>
      <span className="table-heading">{heading}</span>
      <span className="table-heading-plain">{label}</span>
    </>
  );
};

/**
 * A table from 700 px, below it one card a row. The first column names the row. Roles are said, since browsers forget them when a
 * table is laid out otherwise.
 */
export const Table = <Row,>({ caption, columns, rows, rowKey }: TableProps<Row>) => (
  <table className="table" role="table">
    <caption>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th key={column.label} scope="col" role="columnheader" aria-sort={column.sorted}>
            <Heading label={column.label} actions={column.actions} heading={column.heading} />
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={rowKey(row)} role="row">
          {columns.map((column, index) =>
            index === 0 ? (
              <th key={column.label} scope="row" role="rowheader">
                {column.cell(row)}
              </th>
            ) : (
              <td
                key={column.label}
                role="cell"
                className={classOf(column)}
                data-label={column.actions ? undefined : column.label}
              >
                {column.cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);
