import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Account } from '../../wire/account.ts';
import { saveEverything } from '../api/before-leaving.ts';
import { call } from '../api/client.ts';
import { PersonIcon } from '../parts/icons.tsx';
import { Menu } from '../parts/Menu.tsx';
import { forgetPerson } from './queries.ts';

/** The person's name and what is theirs. */
export const PersonMenu = ({ account: { profile } }: { account: Account }) => {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const signOut = async (): Promise<void> => {
    await saveEverything();
    await call('POST', '/api/sign-out');
    navigate('/');
    forgetPerson(queries);
  };
  return (
    <Menu
      label={`${profile.forename} ${profile.surname}`}
      icon={<PersonIcon />}
      items={[
        { label: 'My Account', href: '/account' },
        { label: 'Recover a Form', href: '/recover' },
        { label: 'Submitted Forms', href: '/submitted' },
        { label: 'Update Account', href: '/account/update' },
        { label: 'Logout', onSelect: () => void signOut() },
      ]}
    />
  );
};
