import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ProblemError } from '../api/client.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';
import { Skeleton } from './Skeleton.tsx';
import { useT } from './words.ts';

const messageOf = (error: unknown): string | undefined => (error instanceof Error ? error.message : undefined);

/** Trying again cannot help: it is not there, or not for this person. */
const isFinal = (error: unknown): boolean =>
  error instanceof ProblemError && [403, 404, 410].includes(error.body.status);

interface LoadProblemProps {
  error: unknown;
  retry: () => void;
  busy: boolean;
}

/** Why something could not be fetched, and what can be done about it. */
export const LoadProblem = ({ error, retry, busy }: LoadProblemProps) => {
  const t = useT();
  return (
    <Notice kind="warning" role="alert">
      <p>{messageOf(error) ?? t('unexpected')}</p>
      {isFinal(error) ? (
        <p>
          <Link href="/">{t('startPage')}</Link>
        </p>
      ) : (
        <Button small onClick={retry} busy={busy} busyText={t('tryingAgain')}>
          {t('tryAgain')}
        </Button>
      )}
    </Notice>
  );
};

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** Of the skeleton. */
  lines?: number;
  children: (data: T) => ReactNode;
}

/** What was fetched, a skeleton until it is here, or what went wrong with a way to try again. */
export const Loaded = <T,>({ query, lines = 4, children }: LoadedProps<T>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError)
    return <LoadProblem error={query.error} retry={() => void query.refetch()} busy={query.isFetching} />;
  return <Skeleton lines={lines} />;
};
