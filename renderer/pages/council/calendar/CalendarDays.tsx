import { formatDate } from '../../../../engine/index.ts';
import type { Calendar } from '../../../../wire/council.ts';
import { Table } from '../../../parts/Table.tsx';

/** The calendar for those who read it. */
export const CalendarDays = ({ calendar: { terms, holidays } }: { calendar: Calendar }) => (
  <>
    <Table
      caption="Terms"
      columns={[
        { label: 'Term', cell: ({ name }) => name },
        { label: 'Begins', numbers: true, cell: ({ from }) => formatDate(from) },
        { label: 'Ends', numbers: true, cell: ({ to }) => formatDate(to) },
      ]}
      rows={terms}
      rowKey={({ name, from }) => `${name} ${from}`}
    />
    <Table
      caption="Days off"
      columns={[
        { label: 'Day', cell: ({ name }) => name },
        { label: 'On', numbers: true, cell: ({ on }) => formatDate(on) },
      ]}
      rows={holidays}
      rowKey={({ name, on }) => `${name} ${on}`}
    />
  </>
);
