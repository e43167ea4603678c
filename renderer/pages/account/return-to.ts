import type { Account } from '../../../wire/account.ts';

/** The page to come back to after signing in: a path of this portal and nothing else; the landing page otherwise. */
export const returnTo = (search: string): string => {
  const wanted = new URLSearchParams(search).get('return') ?? '/';
  // Browsers take a backslash for a slash, and leave tabs and line breaks out, before they look at an address.
  return /^\/(?!\/)[^\\\p{Cc}]*$/u.test(wanted) ? wanted : '/';
};

/** The same where somebody has just signed in: who works for the council begins at the work list. */
export const placeAfterSignIn = (search: string, account: Pick<Account, 'role'> | null): string => {
  const wanted = returnTo(search);
  return wanted === '/' && account !== null && account.role !== 'applicant' ? '/council' : wanted;
};

/** The same, to be carried along to another page. */
export const withReturn = (path: string, search: string): string => {
  const back = returnTo(search);
  return back === '/' ? path : `${path}?return=${encodeURIComponent(back)}`;
};
