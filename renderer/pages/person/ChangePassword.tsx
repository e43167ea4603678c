import { useState, type SubmitEvent } from 'react';
import { call } from '../../api/client.ts';
import { useAccount } from '../../api/person.ts';
import { Button } from '../../parts/Button.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { NewPassword, newPasswordFaults } from '../account/Credentials.tsx';
import { PasswordInput } from '../account/PasswordInput.tsx';
import { fieldId, useSending } from '../account/use-sending.ts';

const nothing = { password: '', again: '' };

export const ChangePassword = ({ onSaved }: { onSaved: () => void }) => {
  const sending = useSending();
  const account = useAccount();
  const person = account ? [account.email, account.profile.forename, account.profile.surname] : undefined;
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(nothing);
  const change = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const found = [
      ...(current === '' ? [{ pointer: '/current', message: 'Enter your current password' }] : []),
      ...newPasswordFaults(typed),
    ];
    const went = await sending.send(found, async () => {
      await call('PUT', '/api/me/password', { current, password: typed.password });
    });
    if (!went) return;
    setCurrent('');
    setTyped(nothing);
    onSaved();
  };
  return (
    <section aria-labelledby="password-heading">
      <h2 id="password-heading">Your password</h2>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <form onSubmit={(event) => void change(event)} noValidate>
        <PasswordInput
          id={fieldId('/current')}
          label="Current password"
          value={current}
          onChange={setCurrent}
          {...sending.error('/current')}
        />
        <NewPassword label="New password" typed={typed} onChange={setTyped} sending={sending} person={person} />
        <div className="actions">
          <Button type="submit" busy={sending.busy} busyText="Saving…">
            Change my password
          </Button>
        </div>
      </form>
    </section>
  );
};
