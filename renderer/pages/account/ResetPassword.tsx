import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'wouter';
import { call, ProblemError } from '../../api/client.ts';
import { forgetPerson } from '../../api/forget-person.ts';
import { Button, ButtonLink } from '../../parts/Button.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { LoadProblem } from '../../parts/Loaded.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { NewPassword, newPasswordFaults } from './Credentials.tsx';
import { IncompleteLink, LinkOver } from './DeadLink.tsx';
import { useLinkToken } from './use-link-token.ts';
import { useSending } from './use-sending.ts';

/** The form for a new password, once it is known that the link can still be used. */
const NewPasswordForm = ({ token }: { token: string }) => {
  const queries = useQueryClient();
  const sending = useSending();
  const link = useQuery({
    queryKey: ['reset-link', token],
    queryFn: ({ signal }) => call('POST', '/api/password-resets/read', { token }, { signal }).then(() => true),
    staleTime: Infinity,
    gcTime: 0,
  });
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [done, setDone] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void sending.send(newPasswordFaults(typed), async () => {
      await call('POST', '/api/password-resets/confirm', { token, password: typed.password });
      forgetPerson(queries);
      setDone(true);
    });
  };
  if (done)
    return (
      <>
        <PageTitle>Your password was changed</PageTitle>
        <p>You were signed out on every device. Sign in with your new password.</p>
        <div className="actions">
          <ButtonLink href="/sign-in" look="primary">
            Sign in
          </ButtonLink>
        </div>
      </>
    );
  const { data, error, isFetching, refetch } = link;
  if (error instanceof ProblemError && error.body.status === 410) return <LinkOver problem={error.body} />;
  if (data === undefined && isFetching) return <Skeleton lines={6} />;
  if (data === undefined) return <LoadProblem error={error} retry={() => void refetch()} busy={isFetching} />;
  return (
    <>
      <PageTitle wrong={sending.entries.length > 0}>Choose a new password</PageTitle>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <form onSubmit={submit} noValidate>
        <NewPassword label="New password" typed={typed} onChange={setTyped} sending={sending} />
        <div className="actions">
          <Button type="submit" look="primary" busy={sending.busy} busyText="Saving…">
            Change password
          </Button>
        </div>
      </form>
      <p>
        Does the link no longer work? <Link href="/forgotten-password">Ask for a new one</Link>.
      </p>
    </>
  );
};

/** Where the mailed link leads. Its token stands behind `#`, so that no server's log ever has it. */
const ResetPassword = () => {
  const token = useLinkToken();
  return token === undefined ? <IncompleteLink /> : <NewPasswordForm key={token} token={token} />;
};

export default ResetPassword;
