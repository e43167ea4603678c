import { formatDate, plural } from '../../../../engine/index.ts';
import type { ClockReading } from '../../../../wire/case.ts';
import { Table, type Column } from '../../../parts/Table.tsx';
import { ClockDue, ClockName } from '../parts/clock-cells.tsx';

const columns: Column<ClockReading>[] = [
  { label: 'Clock', cell: (clock) => <ClockName clock={clock} withSource /> },
  { label: 'Due', cell: (clock) => <ClockDue clock={clock} /> },
  { label: 'Days passed', numbers: true, cell: ({ daysGone }) => plural(daysGone, 'day') },
  {
    label: 'Counted from',
    numbers: true,
    cell: ({ startedOn, from }) => (
      <>
        {formatDate(startedOn)}
        <span className="row-note">{from}</span>
      </>
    ),
  },
];

/** The clocks of a case as the service orders them: the most urgent first. */
export const CaseClocks = ({ clocks }: { clocks: readonly ClockReading[] }) => (
  <section>
    <h2>Clocks</h2>
    {clocks.length > 0 ? (
      <Table
        caption="Most urgent first"
        columns={columns}
        rows={clocks}
        rowKey={({ id, about = '', startedOn }) => `${id} ${about} ${startedOn}`}
      />
    ) : (
      <p>No clocks are running. A clock starts when an event that starts it is noted below.</p>
    )}
  </section>
);
