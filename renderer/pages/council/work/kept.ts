/** What somebody chose for their lists, kept on this device; it is about no person. */
import { useState } from 'react';

const read = (name: string): string | undefined => {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
};

const write = (name: string, value: string): void => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
};

/** A few of several names, such as columns that are left out; none at first. */
export const useKept = (name: string): [ReadonlySet<string>, (value: string, within: boolean) => void] => {
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set(read(name)?.split(' ')));
  const change = (value: string, within: boolean): void => {
    const next = new Set(kept);
    if (within) next.add(value);
    else next.delete(value);
    setKept(next);
    write(name, [...next].join(' '));
  };
  return [kept, change];
};
