import { useState } from 'react';
import { Link } from 'wouter';
import { formatDate } from '../../../../engine/index.ts';
import type { StoryEntry } from '../../../../wire/work.ts';
import { change } from '../../../api/change.ts';
import { useChange } from '../../../api/council.ts';
import { Button } from '../../../parts/Button.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';

const kindWords: Record<StoryEntry['kind'], string> = {
  event: 'Event',
  request: 'Request',
  form: 'Form',
  message: 'Message',
  clock: 'Clock',
};

const placeOf = ({ kind, id }: NonNullable<StoryEntry['about']>): string =>
  kind === 'task' ? `/council/tasks/${id}` : `/received/${id}`;

const columnsWith = (remove: (event: StoryEntry) => void): Column<StoryEntry>[] => [
  {
    label: 'What',
    cell: ({ words, about }) => (about === undefined ? words : <Link href={placeOf(about)}>{words}</Link>),
  },
  { label: 'Day', numbers: true, cell: ({ on }) => <span className="nowrap">{formatDate(on)}</span> },
  { label: 'Kind', cell: ({ kind }) => kindWords[kind] },
  { label: 'By', cell: ({ by }) => by ?? '' },
  {
    label: 'Remove',
    actions: true,
    cell: (entry) =>
      entry.event !== undefined && (
        <Button small onClick={() => remove(entry)}>
          Remove<span className="visually-hidden"> {entry.words}</span>
        </Button>
      ),
  },
];

const keyOf = ({ kind, on, at, words, event, about }: StoryEntry): string =>
  event ?? [kind, about?.id, on, at, words].join(' ');

/** Everything in a case with its day: events, requests, forms and messages, and the last days of clocks. */
export const CaseStory = ({ caseId, entries }: { caseId: string; entries: readonly StoryEntry[] }) => {
  const [taken, setTaken] = useState<StoryEntry>();
  const remove = useChange((event: string) => change('DELETE', `/api/cases/${caseId}/events/${event}`, undefined));
  return (
    <section className="case-story">
      <h2>Story of the case</h2>
      {entries.length > 0 ? (
        <Table caption="Newest first" columns={columnsWith(setTaken)} rows={entries} rowKey={keyOf} />
      ) : (
        <p>Nothing has happened yet. Events, requests, forms and messages appear here.</p>
      )}
      {taken?.event !== undefined && (
        <AskDialog
          title={`Remove “${taken.words}” of ${formatDate(taken.on)}?`}
          action="Remove the event"
          danger
          run={() => remove.mutateAsync(taken.event ?? '')}
          onClose={() => setTaken(undefined)}
        >
          <p>The clocks will be worked out again without it. The audit trail keeps a record of it.</p>
        </AskDialog>
      )}
    </section>
  );
};
