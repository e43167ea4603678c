import { useState } from 'react';
import type { Challenge } from '../../../wire/account.ts';

const isChallenge = (value: unknown): value is Challenge =>
  typeof value === 'object' && value !== null && 'challenge' in value && 'expiresAt' in value;

const read = (key: string): Challenge | undefined => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isChallenge(value) && Date.parse(value.expiresAt) > Date.now() ? value : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The step in progress, kept for this tab: a telephone that goes to its mail often forgets the page behind. It names nobody and is worth
 * nothing without the code.
 */
export const useKeptChallenge = (name: string): [Challenge | undefined, (next: Challenge | undefined) => void] => {
  const key = `formwork.${name}`;
  const [challenge, setChallenge] = useState(() => read(key));
  const keep = (next: Challenge | undefined): void => {
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
