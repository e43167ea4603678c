import { useRef, type ReactNode } from 'react';
import { Redirect } from 'wouter';
import type { Account } from '../../../wire/account.ts';
import { useAccount } from '../../api/person.ts';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { signInAddress } from '../page/places.ts';

/** Whoever is signed out in the midst of a form stays where they are, with what they have written. */
export const RequireSignIn = ({ children }: { children: (person: Account) => ReactNode }) => {
  const account = useAccount();
  const known = useRef<Account>(undefined);
  if (account) known.current = account;
  const person = account ?? known.current;
  if (person) return <>{children(person)}</>;
  if (account === null) return <Redirect to={signInAddress()} replace />;
  return <Skeleton lines={8} />;
};
