import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'wouter';
import { call } from '../../api/client.ts';
import { forgetPerson } from '../../api/forget-person.ts';
import { Button, ButtonLink } from '../../parts/Button.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { NewPassword, newPasswordFaults } from './Credentials.tsx';
import { IncompleteLink } from './IncompleteLink.tsx';
import { useLinkToken } from './use-link-token.ts';
import { useSending } from './use-sending.ts';

/** Where the mailed link leads. Its token stands behind `#`, so that no server's log ever has it. */
const ResetPassword = () => {
  const queries = useQueryClient();
  const sending = useSending();
  const token = useLinkToken();
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
  if (token === undefined) return <IncompleteLink />;
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

export default ResetPassword;
