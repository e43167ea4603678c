import { formatDate, plural } from '../../../../engine/index.ts';
import type { ClockReading } from '../../../../wire/case.ts';
import { Table, type Column } from '../../../parts/Table.tsx';
import { ClockDue, ClockName } from '../parts/DueDate.tsx';

const columns: Column<ClockReading>[] = [
  { label: 'Clock', cell: (clock) => <ClockName clock={clock} withSource /> },
  { label: 'Due', cell: (clock) => <ClockDue clock={clock} /> },
  { label: 'Days passed', numbers: true, cell: ({ daysGone }) => plural(daysGone, 'day') },
  {
    label: 'Began',
    numbers: true,
    cell: ({ startedOn, from }) => (
      <>
        {formatDate(startedOn)}
        <span className="row-note">{from}</span>
      </>
    ),
  },
];

const order: Record<ClockReading['state'], number> = {
  late: 0,
  soon: 1,
  running: 2,
  excepted: 3,
  waiting: 4,
  over: 5,
  early: 6,
  met: 7,
};

/** The clocks of a case, those that press first and those that are met last. */
export const CaseClocks = ({ clocks }: { clocks: readonly ClockReading[] }) => {
  const rows = clocks.toSorted(
    (one, other) => order[one.state] - order[other.state] || one.dueOn.localeCompare(other.dueOn),
  );
  return (
    <section>
      <h2>Clocks</h2>
      {rows.length > 0 ? (
        <Table
          caption="Most urgent first"
          columns={columns}
          rows={rows}
          rowKey={({ id, about = '', startedOn }) => `${id} ${about} ${startedOn}`}
        />
      ) : (
        <p>No clocks are running. A clock starts when an event that starts it is noted below.</p>
      )}
    </section>
  );
};
