/** Documents that came in while the scanner could not be asked are asked about again. */
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import type { Scanner } from '../../platform/attachments/scan.ts';
import type { Blobs } from '../../platform/storage/blobs.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { changedWith, noteEffect } from '../../platform/effects/pending.ts';
import type { AttachmentDocument } from '../drafts/index.ts';

export interface RescanParts {
  store: Store;
  blobs: Blobs;
  clock: Clock;
  scanner: Scanner | undefined;
  audit: Audit;
  log: Pick<Logger, 'warn'>;
}

const mostAtOnce = 200;
/** As many failures one after the other mean that the scanner is down; fewer, that it fails on these documents. */
const downAfter = 5;

/** Gives a job that looks at waiting documents, oldest first, until the scanner is down, and says how many were judged. */
export const createRescan = ({ store, blobs, clock, scanner, audit, log }: RescanParts): (() => Promise<number>) => {
  const judge = async ({ _id, blob }: AttachmentDocument): Promise<'judged' | 'changed' | 'unavailable'> => {
    // A scanner that was taken out of the settings leaves its documents as those are that never had one.
    const found = scanner === undefined ? 'unscanned' : (await scanner.scan(await blobs.open(blob))).result;
    if (found === 'unavailable') return found;
    const infected = {
      actor: 'system',
      action: 'document-infected',
      subject: { kind: 'attachment', id: _id },
    } as const;
    const noted = found === 'infected' ? [noteEffect(infected, clock.now())] : [];
    const judged = { here: false };
    const change = ({ state }: AttachmentDocument) => {
      judged.here = state === 'waiting';
      return judged.here ? { set: { state: found } } : undefined;
    };
    const changed = await changedWith(store, 'attachments', _id, change, noted);
    if (changed === undefined || !judged.here) return 'changed';
    await writeNotes({ store, audit }, 'attachments', changed);
    if (found === 'infected') {
      log.warn({ attachment: _id }, 'document locked away: a virus was found');
      await blobs.delete(blob);
    }
    return 'judged';
  };

  return async () => {
    const { items } = await store.find('attachments', {
      filter: { state: { eq: 'waiting' } },
      sort: { path: 'updatedAt', direction: 'asc' },
      limit: mostAtOnce,
    });
    let count = 0;
    let failures = 0;
    for (const document of items) {
      const outcome = await judge(document);
      failures = outcome === 'unavailable' ? failures + 1 : 0;
      if (failures === downAfter) break;
      if (outcome === 'judged') count += 1;
    }
    return count;
  };
};
