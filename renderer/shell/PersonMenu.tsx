import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Account } from '../../wire/account.ts';
import { endSession } from '../api/end-session.ts';
import { forgetPerson } from '../api/forget-person.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { PersonIcon } from '../parts/icons.tsx';
import { Menu } from '../parts/Menu.tsx';

/** The person's name and what is theirs. */
const PersonMenu = ({ account: { profile } }: { account: Account }) => {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [failed, setFailed] = useState(false);
  const signOut = async (): Promise<void> => {
    setFailed(false);
    if (await endSession()) {
      navigate('/signed-out');
      forgetPerson(queries);
    } else setFailed(true);
  };
  const menu = (
    <Menu
      label={`${profile.forename} ${profile.surname}`}
      icon={<PersonIcon />}
      items={[
        { label: 'My Account', href: '/account' },
        { label: 'Recover a Form', href: '/recover' },
        { label: 'Submitted Forms', href: '/submitted' },
        { label: 'Update Account', href: '/account/update' },
        ...(profile.professional ? [{ label: 'Automatic Replies', href: '/account/automatic-replies' }] : []),
        { label: 'Logout', onSelect: () => void signOut() },
      ]}
    />
  );
  if (!failed) return menu;
  return (
    <>
      {menu}
      <Dialog alert title="You are still signed in" onClose={() => setFailed(false)}>
        <p>The service cannot be reached. On a device that others use, do not leave before you have signed out.</p>
        <div className="actions">
          <Button look="primary" data-autofocus onClick={() => void signOut()}>
            Try again
          </Button>
          <Button onClick={() => setFailed(false)}>Stay signed in</Button>
        </div>
      </Dialog>
    </>
  );
};

export { TasksWaiting } from './TasksWaiting.tsx';
export default PersonMenu;
