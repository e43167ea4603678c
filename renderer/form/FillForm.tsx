import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Redirect } from 'wouter';
import type { Account } from '../../wire/account.ts';
import { ProblemError } from '../api/client.ts';
import { useAccount } from '../api/person.ts';
import { Button, ButtonLink } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { openDraft } from './open-draft.ts';
import { OpenForm } from './OpenForm.tsx';
import { signInAddress } from './places.ts';

interface FillFormProps {
  draftId: string;
  /** By default the page that was open last. */
  pageId?: string;
}

/** A form being filled in. Whoever is signed out meanwhile stays where they are and is asked to sign in again. */
const FillForm = ({ draftId, pageId }: FillFormProps) => {
  const account = useAccount();
  const known = useRef<Account>(undefined);
  if (account) known.current = account;
  const person = account ?? known.current;
  if (person)
    return <Opening key={`${person.id} ${draftId}`} accountId={person.id} draftId={draftId} pageId={pageId} />;
  if (account === null) return <Redirect to={signInAddress()} replace />;
  return <Skeleton lines={8} />;
};

interface OpeningProps {
  accountId: string;
  draftId: string;
  pageId: string | undefined;
}

const Opening = ({ accountId, draftId, pageId }: OpeningProps) => {
  const queries = useQueryClient();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['open-draft', accountId, draftId],
    queryFn: () => openDraft(queries, accountId, draftId, pageId),
    // What is open is the newest there is, and is never read anew behind the person's back.
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
    networkMode: 'always',
    retry: false,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (data) return <OpenForm open={data} pageId={pageId} reopen={() => void refetch()} />;
  if (error && !isFetching) return <NotOpened error={error} retry={() => void refetch()} />;
  return <Skeleton lines={8} />;
};

const NotOpened = ({ error, retry }: { error: Error; retry: () => void }) => {
  const status = error instanceof ProblemError ? error.body.status : undefined;
  if (status === 401) return <Redirect to={signInAddress()} replace />;
  const gone = status === 404 || status === 410;
  return (
    <>
      <PageTitle>This form cannot be opened</PageTitle>
      <Notice kind="danger" role="alert">
        <p>
          {error instanceof ProblemError
            ? error.message
            : 'The service cannot be reached. Check your connection, then try again.'}
        </p>
      </Notice>
      <div className="actions">
        {!gone && (
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
        )}
        <ButtonLink look={gone ? 'primary' : 'secondary'} href="/recover">
          Forms that you have begun
        </ButtonLink>
        {gone && <ButtonLink href="/submitted">Submitted forms</ButtonLink>}
      </div>
    </>
  );
};

export default FillForm;
