import { useState } from 'react';
import { formatDate } from '../../../../engine/index.ts';
import type { Case, CaseSettings, NewPause, Pause } from '../../../../wire/case.ts';
import { change } from '../../../api/change.ts';
import { useChange } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { Button } from '../../../parts/Button.tsx';
import { DateInput } from '../../../parts/inputs/DateInput.tsx';
import { Select } from '../../../parts/inputs/Select.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { Failure } from '../parts/Failure.tsx';

interface CaseExceptionsProps {
  found: Case;
  settings: CaseSettings;
}

type Given = Pick<NewPause, 'from' | 'reason'> & { [member in 'to' | 'code' | 'target']?: string | undefined };

/** What is sent of an exception; what is not given is left out. */
const newPause = ({ from, to, reason, code, target }: Given): NewPause => ({
  from,
  reason,
  ...(to !== undefined && { to }),
  ...(code !== undefined && { code }),
  ...(target !== undefined && { target }),
});

const NewException = ({ found, settings, onClose }: CaseExceptionsProps & { onClose: () => void }) => {
  const { today } = useService();
  const [code, setCode] = useState<string>();
  const [to, setTo] = useState<string>();
  const [target, setTarget] = useState<string>();
  const note = useChange((body: NewPause) => change('POST', `/api/cases/${found.id}/pauses`, undefined, body));
  return (
    <AskDialog
      title="Note an exception"
      action="Note the exception"
      date={{ label: 'From', required: 'Enter a real date, such as 4 February 2027', value: today }}
      text={{ label: 'Why', required: 'Enter what happened', maxLength: 500 }}
      run={({ on: from, text: reason }) => {
        if (code === undefined && settings.exceptions.length > 0) throw new Error('Choose which exception applies');
        return note.mutateAsync(newPause({ from, to, reason, code, target }));
      }}
      onClose={onClose}
      more={
        <>
          <DateInput
            id="exception-to"
            label="Until"
            help="Leave it empty while the end is not known"
            value={to}
            onChange={setTo}
            optional
          />
          <DateInput
            id="exception-target"
            label="The council’s own target"
            help="The day by which it will be done all the same"
            value={target}
            onChange={setTarget}
            optional
          />
        </>
      }
    >
      <p>An exception lifts a duty as far as it cannot be done. The day that the law sets stays where it is.</p>
      {settings.exceptions.length > 0 && (
        <Select
          id="exception-code"
          label="Which exception"
          options={settings.exceptions.map((each) => ({ value: each.code, label: each.label }))}
          value={code}
          onChange={setCode}
          required
        />
      )}
    </AskDialog>
  );
};

const dateOr = (date: string | undefined, words: string): string => (date === undefined ? words : formatDate(date));

/** Why duties of the case could not be done in their time. */
export const CaseExceptions = ({ found, settings }: CaseExceptionsProps) => {
  const { today } = useService();
  const [adding, setAdding] = useState(false);
  const [ended, setEnded] = useState<Pause>();
  const remove = useChange((id: string) => change('DELETE', `/api/cases/${found.id}/pauses/${id}`, undefined));
  const end = useChange((pause: Pause) =>
    change('PUT', `/api/cases/${found.id}/pauses/${pause.id}`, undefined, newPause(pause)),
  );
  const columns: Column<Pause>[] = [
    {
      label: 'Exception',
      cell: ({ label, reason }) => (
        <>
          {label ?? 'No exception chosen'}
          <span className="row-note lines">{reason}</span>
        </>
      ),
    },
    { label: 'From', numbers: true, cell: ({ from }) => formatDate(from) },
    { label: 'Until', numbers: true, cell: ({ to }) => dateOr(to, 'Not known yet') },
    { label: 'Own target', numbers: true, cell: ({ target }) => dateOr(target, 'None') },
    {
      label: 'What can be done',
      actions: true,
      cell: (pause) => (
        <div className="row-actions">
          <Button small onClick={() => setEnded(pause)}>
            {pause.to === undefined ? 'Enter the end' : 'Change the end'}
            <span className="visually-hidden">: {pause.reason}</span>
          </Button>
          <Button
            small
            busy={remove.isPending && remove.variables === pause.id}
            onClick={() => remove.mutate(pause.id)}
          >
            Remove<span className="visually-hidden"> the exception: {pause.reason}</span>
          </Button>
        </div>
      ),
    },
  ];
  return (
    <section>
      <h2>Exceptions</h2>
      {found.pauses.length > 0 ? (
        <Table
          caption="Why duties could not be done in their time"
          columns={columns}
          rows={found.pauses}
          rowKey={({ id }) => id}
        />
      ) : (
        <p>No exception is noted.</p>
      )}
      <div className="actions">
        <Button onClick={() => setAdding(true)}>Note an exception</Button>
      </div>
      <Failure error={remove.error} />
      {ended && (
        <AskDialog
          title="When the exception ended"
          action="Save the last day"
          date={{
            label: 'Last day of the exception',
            required: 'Enter a real date, such as 4 February 2027',
            value: ended.to ?? today,
          }}
          run={({ on: to }) => end.mutateAsync({ ...ended, to })}
          onClose={() => setEnded(undefined)}
        />
      )}
      {adding && <NewException found={found} settings={settings} onClose={() => setAdding(false)} />}
    </section>
  );
};
