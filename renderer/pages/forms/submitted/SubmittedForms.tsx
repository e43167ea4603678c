import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import type { Service, SubmissionSummary } from '../../../../wire/form.ts';
import { useService } from '../../../api/person.ts';
import { submissionsQuery } from '../../../api/records.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { NewMessage } from '../../tasks/messages/NewMessage.tsx';
import { dayOf } from '../drafts/days-left.ts';
import { captionOf } from './last-days.ts';
import { ResponseLine } from './ResponseLine.tsx';
import '../forms.css';

const columnsIn = ({ timeZone }: Service): Column<SubmissionSummary>[] => [
  {
    label: 'Details',
    cell: ({ id, form, reference }) => (
      <>
        <Link href={`/submitted/${id}`}>
          {form.title}
          <span className="visually-hidden">, reference {reference}</span>
        </Link>
        <span className="row-note" aria-hidden="true">
          {reference}
        </span>
        <NewMessage kind="submission" id={id} />
      </>
    ),
  },
  { label: 'Name', cell: ({ subject }) => subject },
  { label: 'Date', numbers: true, cell: ({ submittedAt }) => dayOf(submittedAt, timeZone) },
  { label: 'Response', cell: ({ response }) => <ResponseLine response={response} /> },
];

const Nothing = () => (
  <>
    <p>You have not submitted a form recently. You can read each form you submit here for a time.</p>
    <div className="actions">
      <ButtonLink href="/recover">Recover a form</ButtonLink>
    </div>
  </>
);

/** `?new=<id>`: the form that was submitted a moment ago. */
const JustSubmitted = ({ submission }: { submission: SubmissionSummary | undefined }) =>
  submission && (
    <Notice kind="success" role="status">
      <p>
        <strong>Your form has been submitted.</strong>
      </p>
      <p>
        Its reference is <strong className="numbers nowrap">{submission.reference}</strong>. We have sent you an email
        to confirm it.
      </p>
    </Notice>
  );

/** What this person has sent in, newest first, for as long as it is shown. */
const SubmittedForms = () => {
  const service = useService();
  const query = useQuery({ ...submissionsQuery, staleTime: 0 });
  const [search] = useSearchParams();
  return (
    <>
      <PageTitle>Submitted forms</PageTitle>
      <Loaded query={query}>
        {(submissions) => (
          <>
            <JustSubmitted submission={submissions.find(({ id }) => id === search.get('new'))} />
            {submissions.length === 0 ? (
              <Nothing />
            ) : (
              <Table
                caption={captionOf(submissions)}
                columns={columnsIn(service)}
                rows={submissions}
                rowKey={({ id }) => id}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
};

export default SubmittedForms;
