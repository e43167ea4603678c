import { useState } from 'react';
import type { Case, CaseEvent, CaseSettings, NewCaseEvent } from '../../../../wire/case.ts';
import { change } from '../../../api/change.ts';
import { useChange } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { Button } from '../../../parts/Button.tsx';
import { Select } from '../../../parts/inputs/Select.tsx';
import { TextInput } from '../../../parts/inputs/TextInput.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';

interface CaseEventsProps {
  found: Case;
  settings: CaseSettings;
}

type Likely = Case['likelyEvents'][number];

const inFull = ({ label, about }: Pick<CaseEvent, 'label' | 'about'>): string =>
  about === undefined ? label : `${label}, ${about}`;

interface NoteEventProps extends CaseEventsProps {
  /** What stands there at first. */
  likely: Likely | undefined;
  onClose: () => void;
}

const NoteEvent = ({ found, settings, likely, onClose }: NoteEventProps) => {
  const { today } = useService();
  const [name, setName] = useState<string | undefined>(likely?.name);
  const [about, setAbout] = useState(likely?.about ?? '');
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

/** Notes an event of today in two presses: what is likely next stands there as buttons, and its day can be changed. */
export const NoteEvents = ({ found, settings }: CaseEventsProps) => {
  const [noting, setNoting] = useState<{ likely: Likely | undefined }>();
  return (
    <div className="note-events no-print" role="group" aria-labelledby="note-events">
      <span id="note-events" className="note-events-label">
        Note an event
      </span>
      {found.likelyEvents.map((likely) => (
        <Button key={inFull(likely)} small onClick={() => setNoting({ likely })}>
          {inFull(likely)}
        </Button>
      ))}
      <Button small onClick={() => setNoting({ likely: undefined })}>
        {found.likelyEvents.length === 0 ? 'Choose what happened' : 'Another event'}
      </Button>
      {noting && (
        <NoteEvent found={found} settings={settings} likely={noting.likely} onClose={() => setNoting(undefined)} />
      )}
    </div>
  );
};
