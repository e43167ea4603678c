import { useState, type SubmitEvent } from 'react';
import type { Challenge } from '../../../wire/account.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../parts/Button.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import { PasswordInput } from '../account/PasswordInput.tsx';
import { useSending } from '../account/use-sending.ts';

interface ChangeEmailProps {
  email: string;
  /** `to`: the new address, to which the code went. */
  onChallenge: (challenge: Challenge, to: string) => void;
}

/** A new address counts only once a code sent to it has come back. */
export const ChangeEmail = ({ email, onChallenge }: ChangeEmailProps) => {
  const sending = useSending();
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const change = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = [
      ...(typed.trim() === '' ? [{ pointer: '/email', message: 'Enter your new email address' }] : []),
      ...(password === '' ? [{ pointer: '/password', message: 'Enter your current password' }] : []),
    ];
    void sending.send(found, async () =>
      onChallenge(await call('POST', '/api/me/email', { email: typed.trim(), password }), typed.trim()),
    );
  };
  return (
    <section aria-labelledby="email-heading">
      <h2 id="email-heading">Your email address</h2>
      <ErrorSummary entries={sending.entries.map(toOwnField)} attempt={sending.attempt} />
      <p>Your email address is {email}. To change it, confirm the new address with the code we send to it.</p>
      <form onSubmit={change} noValidate>
        <TextInput
          id="new-email"
          label="New email address"
          required
          type="email"
          autoComplete="email"
          maxLength={254}
          value={typed}
          onChange={setTyped}
          {...sending.error('/email')}
        />
        <PasswordInput
          id="email-password"
          label="Current password"
          value={password}
          onChange={setPassword}
          {...sending.error('/password')}
        />
        <div className="actions">
          <Button type="submit" busy={sending.busy} busyText="Sending the code…">
            Change my email address
          </Button>
        </div>
      </form>
    </section>
  );
};

/** Two forms on this page ask for a password; each has ids of its own. */
const toOwnField = ({ target, message }: { target?: string; message: string }) => ({
  message,
  ...(target && { target: target === 'field-email' ? 'new-email' : 'email-password' }),
});
