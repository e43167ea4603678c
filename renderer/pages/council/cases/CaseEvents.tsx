import { useState } from 'react';
import { formatDate } from '../../../../engine/index.ts';
import type { Case, CaseEvent, CaseSettings, NewCaseEvent } from '../../../../wire/case.ts';
import { change } from '../../../api/change.ts';
import { useChange } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { Button } from '../../../parts/Button.tsx';
import { Select } from '../../../parts/inputs/Select.tsx';
import { TextInput } from '../../../parts/inputs/TextInput.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';

interface CaseEventsProps {
  found: Case;
  settings: CaseSettings;
}

const NoteEvent = ({ found, settings, onClose }: CaseEventsProps & { onClose: () => void }) => {
  const { today } = useService();
  const [name, setName] = useState<string>();
  const [about, setAbout] = useState('');
  const asks = settings.events.find((event) => event.name === name)?.about;
  const known = [...new Set(found.events.flatMap((event) => event.about ?? []))];
  const note = useChange((happened: NewCaseEvent) => {
    const said = asks === undefined || about.trim() === '' ? {} : { about: about.trim() };
    return change('POST', `/api/cases/${found.id}/events`, undefined, { ...happened, ...said });
  });
  return (
    <AskDialog
      title="Note an event"
      action="Note the event"
      date={{ label: 'On which day', required: 'Enter a real date, such as 4 February 2027', value: today }}
      run={({ on }) => {
        if (name === undefined) throw new Error('Choose what happened');
        return note.mutateAsync({ name, on });
      }}
      onClose={onClose}
    >
      <p>The events noted here start clocks and meet them.</p>
      <Select
        id="event-name"
        label="What happened"
        options={settings.events.map((event) => ({ value: event.name, label: event.label }))}
        value={name}
        onChange={setName}
        required
      />
      {asks !== undefined && (
        <TextInput
          id="event-about"
          label={asks}
          help={known.length > 0 ? `Asked so far: ${known.join('; ')}` : undefined}
          value={about}
          onChange={setAbout}
          maxLength={160}
          optional
        />
      )}
    </AskDialog>
  );
};

const inFull = ({ label, about }: CaseEvent): string => (about === undefined ? label : `${label}, ${about}`);

/** What happened in a case, from which its clocks run. */
export const CaseEvents = ({ found, settings }: CaseEventsProps) => {
  const [noting, setNoting] = useState(false);
  const [taken, setTaken] = useState<CaseEvent>();
  const remove = useChange((id: string) => change('DELETE', `/api/cases/${found.id}/events/${id}`, undefined));
  const columns: Column<CaseEvent>[] = [
    {
      label: 'Event',
      cell: ({ label, about }) => (
        <>
          {label}
          {about !== undefined && <span className="row-note">{about}</span>}
        </>
      ),
    },
    { label: 'Day', numbers: true, cell: ({ on }) => formatDate(on) },
    { label: 'Noted by', cell: ({ by }) => by },
    {
      label: 'Remove',
      actions: true,
      cell: (event) => (
        <Button small onClick={() => setTaken(event)}>
          Remove<span className="visually-hidden"> {inFull(event)}</span>
        </Button>
      ),
    },
  ];
  const events = found.events.toSorted((one, other) => other.on.localeCompare(one.on));
  return (
    <section>
      <h2>Events</h2>
      {events.length > 0 ? (
        <Table caption="Newest first" columns={columns} rows={events} rowKey={({ id }) => id} />
      ) : (
        <p>No events have been noted yet.</p>
      )}
      <div className="actions">
        <Button onClick={() => setNoting(true)}>Note an event</Button>
      </div>
      {noting && <NoteEvent found={found} settings={settings} onClose={() => setNoting(false)} />}
      {taken && (
        <AskDialog
          title={`Remove “${inFull(taken)}” of ${formatDate(taken.on)}?`}
          action="Remove the event"
          danger
          run={() => remove.mutateAsync(taken.id)}
          onClose={() => setTaken(undefined)}
        >
          <p>The clocks will be worked out again without it. The audit trail keeps a record of it.</p>
        </AskDialog>
      )}
    </section>
  );
};
