import type { ReactNode } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { useAccount } from '../api/person.ts';
import { Skeleton } from '../parts/Skeleton.tsx';

/** Whoever is not signed in does that first, and then comes back. */
export const SignedIn = ({ children }: { children: ReactNode }) => {
  const account = useAccount();
  const [path] = useLocation();
  const search = useSearch();
  if (account === undefined) return <Skeleton lines={6} />;
  if (account) return <>{children}</>;
  const back = encodeURIComponent(search ? `${path}?${search}` : path);
  return <Redirect to={`/sign-in?return=${back}`} replace />;
};
