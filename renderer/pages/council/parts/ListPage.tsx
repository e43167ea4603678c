import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { plural } from '../../../../engine/index.ts';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { Paging } from '../../../parts/lists/Paging.tsx';

interface ListPageProps<Row> {
  query: UseQueryResult<{ items: Row[]; next?: string | undefined }>;
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Stands there when nothing was found: what will come here, or what to try. */
  empty: ReactNode;
  /** What one row is, for the count that is read out. */
  rowIs: string;
}

/** One page of a list with the way to the next; what is being replaced stays to be seen, paler, until the new is there. */
export const ListPage = <Row,>({ query, caption, columns, rowKey, empty, rowIs }: ListPageProps<Row>) => (
  <Loaded query={query} lines={8}>
    {({ items, next }) => (
      <div className={query.isPlaceholderData ? 'outdated' : undefined} aria-busy={query.isPlaceholderData}>
        {items.length > 0 ? (
          <Table caption={caption} columns={columns} rows={items} rowKey={rowKey} />
        ) : (
          <p className="council-empty">{empty}</p>
        )}
        <p className="visually-hidden" role="status">
          {query.isPlaceholderData ? '' : `${plural(items.length, rowIs)} on this page`}
        </p>
        <Paging next={next} />
      </div>
    )}
  </Loaded>
);
