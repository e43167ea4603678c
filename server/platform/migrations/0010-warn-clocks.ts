import { daysAfter } from '../../../engine/index.ts';
import type { Migration } from './migration.ts';
import { textAt, withKeys } from './with-keys.ts';

export const warnClocks: Migration = {
  number: 10,
  name: 'warn-clocks',
  why: 'The board finds clocks that are soon by the day from which each is.',
  collection: 'clocks',
  change: (clock) => {
    const dueOn = textAt(clock, 'dueOn');
    const soonOn = daysAfter(dueOn, -7);
    return soonOn === undefined || textAt(clock, 'soonOn') !== '' ? undefined : withKeys(clock, { soonOn });
  },
};
