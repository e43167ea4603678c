import { useSyncExternalStore } from 'react';

/** Shorter than any token: the link was cut off. */
const LEAST = 20;

const listen = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/**
 * The one-use token of a mailed link, which stands behind `#` so that no server's log ever has it; undefined where it is missing or cut
 * off. Another link that is opened in the same tab changes it: browsers do not load the page again for that.
 */
export const useLinkToken = (): string | undefined => {
  const token = useSyncExternalStore(listen, () => location.hash.slice(1));
  return token.length < LEAST ? undefined : token;
};
