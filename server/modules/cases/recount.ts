import { isDeepStrictEqual } from 'node:util';
import { withDerived } from './record.ts';
import type { WriterParts } from './write.ts';
import { every } from '../../platform/storage/every.ts';

const keys = ['runs', 'nameKey', 'words', 'identifierKeys', 'dateKeys'] as const;

/**
 * Works out again what follows from each case: a clock that stands still is due a day later every day, and case.json may have
 * changed. What people know as the revision stays. Gives how many cases had changed.
 */
export const recountCases = async ({ store, clock, view, board, kick }: WriterParts): Promise<number> => {
  const now = await view();
  let changed = 0;
  const sort = { path: '_id', direction: 'asc' } as const;
  for await (const found of every(store, 'cases', { filter: {}, sort })) {
    const again = withDerived(found, now, clock.now(), found.effects);
    if (keys.every((key) => isDeepStrictEqual(again[key], found[key]))) continue;
    // Whoever was first has worked it out too.
    if ((await store.replace('cases', again)) === undefined) continue;
    await board.write(found._id);
    changed += 1;
  }
  if (changed > 0) kick();
  return changed;
};
