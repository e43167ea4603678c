import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { ProblemError } from '../../api/client.ts';
import { Button, ButtonLink } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { LeftOnDevice } from '../interrupt/LeftOnDevice.tsx';
import type { FillMode } from './opened.ts';
import { openDraft } from './open-draft.ts';
import { OpenForm } from './OpenForm.tsx';
import { signInAddress } from '../page/places.ts';

interface OpeningProps {
  accountId: string;
  draftId: string;
  pageId: string | undefined;
  mode: FillMode;
  /** Stands above every page. */
  head?: ReactNode;
}

/** Opens a draft and shows it to be filled in, or says why it cannot be opened. */
export const Opening = ({ accountId, draftId, pageId, mode, head }: OpeningProps) => {
  const queries = useQueryClient();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['open-draft', accountId, draftId],
    queryFn: () => openDraft(queries, accountId, draftId, mode, pageId),
    // What is open is the newest there is, and is never read again behind the person's back.
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
    networkMode: 'always',
    retry: false,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const ofTask = data?.draft.task === undefined ? undefined : `/tasks/${data.draft.task}`;
  if (ofTask !== undefined && ofTask !== mode.address) return <Redirect to={ofTask} replace />;
  if (data)
    return <OpenForm key={data.form.language} open={data} pageId={pageId} reopen={() => void refetch()} head={head} />;
  if (error && !isFetching)
    return <NotOpened error={error} retry={() => void refetch()} mode={mode} kept={{ accountId, draftId }} />;
  return <Skeleton lines={8} />;
};

interface NotOpenedProps {
  error: Error;
  retry: () => void;
  mode: FillMode;
  /** Whose unsent words, and of which draft, may be on this device. */
  kept: { accountId: string; draftId: string };
}

const NotOpened = ({ error, retry, mode, kept }: NotOpenedProps) => {
  const status = error instanceof ProblemError ? error.body.status : undefined;
  if (status === 401) return <Redirect to={signInAddress()} replace />;
  const gone = status === 404 || status === 410;
  const past = mode.past.filter(({ href }) => href !== mode.list.href);
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
      {gone && <LeftOnDevice accountId={kept.accountId} of={{ draft: kept.draftId }} />}
      <div className="actions">
        {!gone && (
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
        )}
        <ButtonLink look={gone ? 'primary' : 'secondary'} href={mode.list.href}>
          {mode.list.label}
        </ButtonLink>
        {gone &&
          past.map(({ href, label }) => (
            <ButtonLink href={href} key={href}>
              {label}
            </ButtonLink>
          ))}
      </div>
    </>
  );
};
