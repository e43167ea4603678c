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
  onChallenge: (challenge: Challenge) => void;
}

/** A new address counts only once a code sent to it has come back. */
export const ChangeEmail = ({ email, onChallenge }: ChangeEmailProps) => {
  const sending = useSending();
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const change = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = [
      ...(typed.trim() === '' ? [{ pointer: '/email', message: 'Enter your new e-mail address' }] : []),
      ...(password === '' ? [{ pointer: '/password', message: 'Enter your current password' }] : []),
    ];
    void sending.send(found, async () =>
      onChallenge(await call<Challenge>('POST', '/api/me/email', { email: typed.trim(), password })),
    );
  };
  return (
    <section aria-labelledby="email-heading">
      <h2 id="email-heading">Your e-mail address</h2>
      <ErrorSummary entries={sending.entries.map(toOwnField)} attempt={sending.attempt} />
      <p>Your e-mail address is {email}. To change it, you confirm the new one with a code that we send to it.</p>
      <form onSubmit={change} noValidate>
        <TextInput
          id="new-email"
          label="New e-mail address"
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
            Change my e-mail address
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
