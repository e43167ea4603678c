import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Attachment, Submission } from '../../../../wire/form.ts';
import { change } from '../../../api/change.ts';
import { call } from '../../../api/client.ts';
import { casesQuery, withFilters } from '../../../api/council.ts';
import { submissionQuery } from '../../../api/records.ts';
import { Button } from '../../../parts/Button.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { Messages } from '../../tasks/messages/Messages.tsx';
import { Failure } from '../parts/Failure.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { SendDocuments } from './SendDocuments.tsx';
import '../../tasks/tasks.css';
import '../council.css';

/** The way to the case that a form opened, or that of whom it is about, or to a new one with what the form says. */
const CaseLinks = ({ submission: { id, subject } }: { submission: Submission }) => {
  const opened = useQuery(casesQuery({ openedFrom: id }));
  // Where that cannot be found out, the ways to a case stand there all the same.
  if (opened.isPending) return null;
  const [found] = opened.data?.items ?? [];
  if (found)
    return (
      <p>
        <Link href={`/council/cases/${found.id}`}>
          The case of {found.subject.firstName} {found.subject.lastName}
        </Link>{' '}
        (<span className="numbers">{found.reference}</span>) was opened from this form.
      </p>
    );
  return (
    <p>
      <Link href={withFilters('/council/cases', { q: subject })}>Find the case of {subject}</Link>
      {' · '}
      <Link href={`/council/cases/new?from=${id}`}>Create a case from this form</Link>
    </p>
  );
};

/** What the council does with a form that has come in: finds its case, posts a response, writes messages. */
export const CouncilAnswer = ({ submission }: { submission: Submission }) => {
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  // The work list leads straight to the response.
  const [open, setOpen] = useState(search.has('respond'));
  const close = (): void => {
    setOpen(false);
    if (search.has('respond')) setSearch({}, { replace: true });
  };
  const [posted, setPosted] = useState(false);
  const [documents, setDocuments] = useState<readonly Attachment[]>([]);
  const [uploading, setUploading] = useState(false);
  const address = `/api/submissions/${submission.id}/response` as const;
  const reload = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: submissionQuery(submission.id).queryKey }),
      queries.invalidateQueries({ queryKey: ['received'] }),
    ]);
  const stand = useMutation({
    mutationFn: (standing: 'new' | 'handled') =>
      change('PUT', `/api/submissions/${submission.id}/standing`, undefined, { standing }),
    onSettled: reload,
  });
  const post = async ({ text }: { text: string }): Promise<void> => {
    if (uploading)
      throw new Error('A document is still being uploaded. Wait until it is there, then post the response.');
    await call('POST', address, { text, documents: documents.map(({ id }) => id) });
    await reload();
    setDocuments([]);
    setPosted(true);
  };
  return (
    <div className="council no-print">
      <CaseLinks submission={submission} />
      <div className="actions">
        <Button look={submission.response ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>
          {submission.response ? 'Post another response' : 'Post a response'}
        </Button>
        {submission.standing === 'new' && (
          <Button onClick={() => stand.mutate('handled')} busy={stand.isPending}>
            Mark as dealt with
          </Button>
        )}
        {submission.standing === 'handled' && (
          <Button onClick={() => stand.mutate('new')} busy={stand.isPending}>
            Mark as new
          </Button>
        )}
      </div>
      <Failure error={stand.error} />
      <div role="status">
        {stand.isSuccess && (
          <p className="visually-hidden">
            {submission.standing === 'new' ? 'It is new again.' : 'It is dealt with, and off the work list.'}
          </p>
        )}
        {posted && (
          <Notice kind="success">
            <p>The response was posted. Whoever submitted the form is told by email that it is there.</p>
          </Notice>
        )}
      </div>
      {open && (
        <AskDialog
          title="Post a response"
          action="Post the response"
          text={{
            label: 'Response',
            help: 'They read it under Submitted forms. It cannot be changed afterwards; another one can be added.',
            required: 'Write the response',
            maxLength: 8000,
          }}
          more={
            <SendDocuments
              address={`${address}/documents`}
              help="They can download them with the response."
              documents={documents}
              onChange={setDocuments}
              onBusy={setUploading}
            />
          }
          run={post}
          onClose={close}
        />
      )}
      <Messages
        kind="submission"
        id={submission.id}
        nothing="No messages yet. Whoever submitted the form reads what you write."
      />
    </div>
  );
};
