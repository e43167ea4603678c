import { useState } from 'react';
import type { Challenge } from '../../../wire/account.ts';

/** A step in progress, and the address to which its code went. */
export type KeptChallenge = Challenge & { to?: string };

const isChallenge = (value: unknown): value is KeptChallenge =>
  typeof value === 'object' && value !== null && 'challenge' in value && 'expiresAt' in value;

const read = (key: string): KeptChallenge | undefined => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isChallenge(value) && Date.parse(value.expiresAt) > Date.now() ? value : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The step in progress, kept for this tab: a telephone that goes to its mail often forgets the page behind. It is worth nothing
 * without the code, and goes with it, with Cancel, or with the tab.
 */
export const useKeptChallenge = (
  name: string,
): [KeptChallenge | undefined, (next: KeptChallenge | undefined) => void] => {
  const key = `formwork.${name}`;
  const [challenge, setChallenge] = useState(() => read(key));
  const keep = (next: KeptChallenge | undefined): void => {
    setChallenge(next);
    try {
      if (next) sessionStorage.setItem(key, JSON.stringify(next));
      else sessionStorage.removeItem(key);
    } catch {
      // Storage may be forbidden; then the page must stay open, which is all that is lost.
    }
  };
  return [challenge, keep];
};
