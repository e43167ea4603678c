import { useState } from 'react';
import type { Role } from '../../../../wire/account.ts';
import type { AccountLine, RoleChange, Suspension } from '../../../../wire/council.ts';
import { change } from '../../../api/change.ts';
import { useChange } from '../../../api/council.ts';
import { useAccount } from '../../../api/person.ts';
import { Button } from '../../../parts/Button.tsx';
import { RadioGroup } from '../../../parts/inputs/Choices.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { SuspendDialog } from './SuspendDialog.tsx';
import { isRole, roleOptions } from './account-words.ts';

type Wanted =
  | { act: 'suspend'; body: Suspension }
  | { act: 'restore' | 'confirm'; body?: undefined }
  | { act: 'role'; body: RoleChange };
type Act = Wanted['act'];

/** What an administrator can do with an account; nothing with their own. */
export const AccountActions = ({ account }: { account: AccountLine }) => {
  const me = useAccount();
  const [open, setOpen] = useState<Act>();
  const [role, setRole] = useState<Role>(account.role);
  const base = `/api/accounts/${account.id}` as const;
  const run = useChange(({ act, body }: Wanted) =>
    act === 'role'
      ? change('PUT', `${base}/${act}`, undefined, body)
      : change('POST', `${base}/${act}`, undefined, body),
  );
  const close = (): void => setOpen(undefined);
  if (me?.id === account.id) return <span className="muted">Yourself</span>;
  const button = (act: Act, label: string) => (
    <Button small onClick={() => setOpen(act)}>
      {label}
      <span className="visually-hidden"> {account.name}</span>
    </Button>
  );
  return (
    <div className="row-actions">
      {account.state === 'suspended' ? button('restore', 'Restore') : button('suspend', 'Suspend')}
      {account.unconfirmed && account.state === 'active' && button('confirm', 'Confirm')}
      {button('role', 'Change role')}
      {open === 'suspend' && (
        <SuspendDialog
          account={account}
          suspend={(reason) => run.mutateAsync({ act: 'suspend', body: { reason } })}
          onClose={close}
        />
      )}
      {open === 'restore' && (
        <AskDialog
          title={`Restore ${account.name}?`}
          action="Restore the account"
          run={() => run.mutateAsync({ act: 'restore' })}
          onClose={close}
        >
          <p>They can sign in again with the password that they had.</p>
        </AskDialog>
      )}
      {open === 'confirm' && (
        <AskDialog
          title={`Confirm ${account.name}?`}
          action="Confirm the account"
          run={() => run.mutateAsync({ act: 'confirm' })}
          onClose={close}
        >
          <p>
            They describe themselves as:{' '}
            <strong>{[account.jobRole, account.organisation].filter(Boolean).join(', ') || 'professional'}</strong>.
            Only confirm this if you have checked it with somebody else, for example by ringing the organisation.
          </p>
          <p>Once confirmed, they can be sent forms for professionals, and see what these keep from families.</p>
        </AskDialog>
      )}
      {open === 'role' && (
        <AskDialog
          title={`Change the role of ${account.name}`}
          action="Change the role"
          run={() => run.mutateAsync({ act: 'role', body: { role } })}
          onClose={close}
        >
          <RadioGroup
            id="account-role"
            label="Role"
            options={roleOptions}
            value={role}
            onChange={(value) => isRole(value) && setRole(value)}
          />
        </AskDialog>
      )}
    </div>
  );
};
