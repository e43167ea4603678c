import { formatDateTime } from '../../../../engine/index.ts';
import type { DraftSummary } from '../../../../wire/form.ts';
import { useService } from '../../../api/person.ts';
import { Button, ButtonLink } from '../../../parts/Button.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { dayOf, daysLeft } from './days-left.ts';
import { usePageLabel } from '../page-label.ts';

/** Whom the form is about, or that nobody knows yet. */
export const subjectOf = ({ subject }: { subject: string }): string => subject || 'No name yet';

interface DraftTableProps {
  drafts: readonly DraftSummary[];
  onDelete: (draft: DraftSummary) => void;
}

export const DraftTable = ({ drafts, onDelete }: DraftTableProps) => {
  const { timeZone, today } = useService();
  const pageLabel = usePageLabel(drafts.map(({ form }) => form));
  const kept = ({ expiresAt }: DraftSummary) => {
    const { words, soon } = daysLeft(expiresAt, today, timeZone);
    return (
      <>
        <span className="nowrap">{dayOf(expiresAt, timeZone)} ·</span>{' '}
        <span className={soon ? 'nowrap soon' : 'nowrap'}>{words}</span>
      </>
    );
  };
  const named = (draft: DraftSummary) => (
    <span className="visually-hidden">
      {' '}
      {draft.form.title}, {subjectOf(draft)}
    </span>
  );
  const columns: Column<DraftSummary>[] = [
    { label: 'Name', cell: (draft) => <strong>{subjectOf(draft)}</strong> },
    { label: 'Form', cell: ({ form }) => form.title },
    { label: 'Last page', cell: ({ form, lastPage }) => pageLabel(form, lastPage) || '–' },
    { label: 'Saved', numbers: true, cell: ({ savedAt }) => formatDateTime(savedAt, timeZone) },
    { label: 'Kept until', numbers: true, cell: kept },
    {
      label: 'Actions',
      actions: true,
      cell: (draft) => (
        <span className="row-actions">
          <ButtonLink href={`/forms/${draft.id}`} look="primary" small>
            Continue{named(draft)}
          </ButtonLink>
          <Button small onClick={() => onDelete(draft)}>
            Delete{named(draft)}
          </Button>
        </span>
      ),
    },
  ];
  return <Table caption="Saved forms" columns={columns} rows={drafts} rowKey={({ id }) => id} />;
};
