import type { Account } from '../../wire/account.ts';

interface Place {
  href: string;
  label: string;
}

/** The places of the service that somebody has. */
export const placesOf = (account: Account | null | undefined): Place[] => [
  { href: '/', label: 'Home' },
  ...(account
    ? [
        ...(account.profile.professional ? [{ href: '/tasks', label: 'Tasks' }] : []),
        ...(account.role === 'applicant' ? [] : [{ href: '/council', label: 'Workspace' }]),
        { href: '/recover', label: 'Recover a form' },
        { href: '/submitted', label: 'Submitted forms' },
        { href: '/account', label: 'My account' },
      ]
    : []),
];
