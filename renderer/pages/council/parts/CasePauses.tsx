import { useState } from 'react';
import { formatDate } from '../../../../engine/index.ts';
import type { Case, Pause } from '../../../../wire/case.ts';
import { change } from '../../../api/change.ts';
import { useChange } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { Button } from '../../../parts/Button.tsx';
import { DateInput } from '../../../parts/DateInput.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { AskDialog } from './AskDialog.tsx';
import { Failure } from './Failure.tsx';

const NewPause = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const { today } = useService();
  const [to, setTo] = useState<string>();
  const stop = useChange(({ on: from, text: reason }: { on: string; text: string }) =>
    change('POST', `/api/cases/${caseId}/pauses`, undefined, { from, reason, ...(to !== undefined && { to }) }),
  );
  return (
    <AskDialog
      title="Stop the clocks"
      action="Stop the clocks"
      date={{ label: 'From', required: 'Enter a real date, such as 4 February 2027', value: today }}
      text={{ label: 'Why', required: 'Say which exception applies and why', maxLength: 500 }}
      run={(told) => stop.mutateAsync(told)}
      onClose={onClose}
    >
      <p>Only clocks that the rules allow to be stopped stand still.</p>
      <DateInput
        id="pause-to"
        label="Until"
        help="Leave it empty while the end is not known"
        value={to}
        onChange={setTo}
        optional
      />
    </AskDialog>
  );
};

/** When the clocks of a case stand still, and why. */
export const CasePauses = ({ found }: { found: Case }) => {
  const [adding, setAdding] = useState(false);
  const remove = useChange((id: string) => change('DELETE', `/api/cases/${found.id}/pauses/${id}`, undefined));
  const columns: Column<Pause>[] = [
    { label: 'Why', cell: ({ reason }) => <span className="lines">{reason}</span> },
    { label: 'From', numbers: true, cell: ({ from }) => formatDate(from) },
    { label: 'Until', numbers: true, cell: ({ to }) => (to === undefined ? 'Not known yet' : formatDate(to)) },
    {
      label: 'Remove',
      actions: true,
      cell: ({ id, reason }) => (
        <Button small busy={remove.isPending && remove.variables === id} onClick={() => remove.mutate(id)}>
          Remove<span className="visually-hidden"> the pause: {reason}</span>
        </Button>
      ),
    },
  ];
  return (
    <section>
      <h2>Stopped clocks</h2>
      {found.pauses.length > 0 ? (
        <Table caption="When they stand still" columns={columns} rows={found.pauses} rowKey={({ id }) => id} />
      ) : (
        <p>The clocks of this case were never stopped.</p>
      )}
      <div className="actions">
        <Button onClick={() => setAdding(true)}>Stop the clocks</Button>
      </div>
      <Failure error={remove.error} />
      {adding && <NewPause caseId={found.id} onClose={() => setAdding(false)} />}
    </section>
  );
};
