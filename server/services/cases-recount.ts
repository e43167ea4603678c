import { isDeepStrictEqual } from 'node:util';
import { today } from '../clock.ts';
import type { CaseDocument } from './cases-documents.ts';
import { withDerived } from './cases-record.ts';
import type { WriterParts } from './cases-write.ts';
import { every } from './every.ts';

const keys = ['runs', 'nameKey', 'words', 'identifierKeys', 'dateKeys'] as const;

/**
 * Works out anew what follows from each case: a clock that stands still is due a day later every day, and case.json may have
 * changed. What people know as the revision stays. Gives how many cases had changed.
 */
export const recountCases = async ({ store, clock, timeZone, settings, board, kick }: WriterParts): Promise<number> => {
  let changed = 0;
  const sort = { path: '_id', direction: 'asc' } as const;
  for await (const found of every<CaseDocument>(store, 'cases', { filter: {}, sort })) {
    const moment = { today: today(clock, timeZone), now: clock.now(), effects: found.effects };
    const anew = withDerived(found, settings.current(), moment);
    if (keys.every((key) => isDeepStrictEqual(anew[key], found[key]))) continue;
    // Whoever was first has worked it out too.
    if ((await store.replace<CaseDocument>('cases', anew)) === undefined) continue;
    await board.write(found._id);
    changed += 1;
  }
  if (changed > 0) kick();
  return changed;
};
