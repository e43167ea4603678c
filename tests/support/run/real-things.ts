/** What others make and people run the service with. Tests that need what is not on this machine are skipped by its name. */
import { engines } from '../engines/engines.ts';
import { hasClamd } from '../servers/clamd.ts';
import { hasMongodb } from '../servers/mongodb.ts';
import { hasVerapdf } from '../../pdf/verapdf/judge.ts';

/** Two lines for the end of a whole run: what it tried, and what it could not. */
export const toldOfRealThings = (): string => {
  const things = [
    { name: 'MongoDB 6', isHere: hasMongodb() },
    { name: 'ClamAV', isHere: hasClamd() },
    ...engines.map(({ name, missing }) => ({ name, isHere: missing().length === 0 })),
    { name: 'veraPDF', isHere: hasVerapdf() },
  ];
  const names = (here: boolean): string =>
    things.flatMap(({ name, isHere }) => (isHere === here ? [name] : [])).join(', ') || 'nothing';
  return `Tried with: ${names(true)}\nSkipped, for it is not on this machine: ${names(false)}`;
};
