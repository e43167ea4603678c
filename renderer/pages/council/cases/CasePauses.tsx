import { useState } from 'react';
import { formatDate } from '../../../../engine/index.ts';
import type { Case, Pause } from '../../../../wire/case.ts';
import { change } from '../../../api/change.ts';
import { useChange } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { Button } from '../../../parts/Button.tsx';
import { DateInput } from '../../../parts/inputs/DateInput.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { Failure } from '../parts/Failure.tsx';

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
      run={(answer) => stop.mutateAsync(answer)}
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
  const { today } = useService();
  const [adding, setAdding] = useState(false);
  const [ended, setEnded] = useState<Pause>();
  const remove = useChange((id: string) => change('DELETE', `/api/cases/${found.id}/pauses/${id}`, undefined));
  const end = useChange(({ id, from, reason, to }: Pause) =>
    change('PUT', `/api/cases/${found.id}/pauses/${id}`, undefined, { from, reason, to }),
  );
  const columns: Column<Pause>[] = [
    { label: 'Why', cell: ({ reason }) => <span className="lines">{reason}</span> },
    { label: 'From', numbers: true, cell: ({ from }) => formatDate(from) },
    { label: 'Until', numbers: true, cell: ({ to }) => (to === undefined ? 'Not known yet' : formatDate(to)) },
    {
      label: 'What can be done',
      actions: true,
      cell: (pause) => (
        <div className="row-actions">
          <Button small onClick={() => setEnded(pause)}>
            {pause.to === undefined ? 'Let them run again' : 'Change the end'}
            <span className="visually-hidden">: {pause.reason}</span>
          </Button>
          <Button
            small
            busy={remove.isPending && remove.variables === pause.id}
            onClick={() => remove.mutate(pause.id)}
          >
            Remove<span className="visually-hidden"> the pause: {pause.reason}</span>
          </Button>
        </div>
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
      {ended && (
        <AskDialog
          title="Let the clocks run again"
          action="Save the last day"
          date={{
            label: 'Last day on which they stand still',
            required: 'Enter a real date, such as 4 February 2027',
            value: ended.to ?? today,
          }}
          run={({ on: to }) => end.mutateAsync({ ...ended, to })}
          onClose={() => setEnded(undefined)}
        />
      )}
      {adding && <NewPause caseId={found.id} onClose={() => setAdding(false)} />}
    </section>
  );
};
