import { useState, type SubmitEvent } from 'react';
import { call } from '../../api/client.ts';
import { Button, ButtonLink } from '../../parts/Button.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import { fieldId, useSending } from './use-sending.ts';

/** Asks for the mail with a link to a new password. What is said is the same for every address. */
const ForgottenPassword = () => {
  const sending = useSending();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = email.trim() === '' ? [{ pointer: '/email', message: 'Enter your email address' }] : [];
    void sending.send(found, async () => {
      await call('POST', '/api/password-resets', { email: email.trim() });
      setSent(true);
    });
  };
  if (sent)
    return (
      <>
        <PageTitle>Look in your inbox</PageTitle>
        <p>
          If there is an account or an invitation with this address, we have sent it an email with a link. The link
          works once, and the email says for how long.
        </p>
        <p>If you cannot find the email, it may be in your spam or junk email folder.</p>
        <div className="actions">
          <ButtonLink href="/sign-in" look="primary">
            Back to sign in
          </ButtonLink>
        </div>
      </>
    );
  return (
    <>
      <PageTitle wrong={sending.entries.length > 0}>Choose a new password</PageTitle>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <p>Enter the email address of your account. We will send you a link with which you can choose a new password.</p>
      <form onSubmit={submit} noValidate>
        <TextInput
          id={fieldId('/email')}
          label="Email"
          required
          type="email"
          autoComplete="username"
          maxLength={254}
          value={email}
          onChange={setEmail}
          {...sending.error('/email')}
        />
        <div className="actions">
          <Button type="submit" look="primary" busy={sending.busy} busyText="Sending…">
            Send me the link
          </Button>
          <ButtonLink href="/sign-in">Cancel</ButtonLink>
        </div>
      </form>
    </>
  );
};

export default ForgottenPassword;
