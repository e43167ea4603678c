/** Changes to a case, one at a time and whole. */
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { CaseDocument, CaseHold, PersonRef } from './documents.ts';
import { withDerived } from './record.ts';
import type { CaseContent } from './record.ts';
import type { CaseSettingsFile } from './settings.ts';
import type { Board } from './clocks/clocks-board.ts';
import type { CaseView } from './clocks/clocks.ts';
import { unseen } from '../../core/retain.ts';

export interface WriterParts {
  store: Store;
  clock: Clock;
  settings: CaseSettingsFile;
  /** By what clocks are read now. */
  view: () => Promise<CaseView>;
  board: Board;
  kick: () => void;
}

/** Parts of a case as they shall be; `officer: null` and `hold: null` leave it without one. */
export type CaseChanges = Partial<Omit<CaseContent, 'officer'>> & {
  officer?: PersonRef | null;
  hold?: CaseHold | null;
};

export interface CaseWriter {
  /**
   * Makes a change to the newest state, again when somebody else was first; `make` gives undefined when there is nothing to
   * change. With `revision` the change is only made to that one: conflict otherwise. Throws not-found, or gone while it is being removed.
   */
  change: (
    id: string,
    make: (found: CaseDocument) => CaseChanges | undefined,
    revision?: number,
  ) => Promise<CaseDocument>;
}

export const createCaseWriter = (given: WriterParts): CaseWriter => {
  const { store, clock, view, board, kick } = given;
  return {
    change: async (id, make, revision) => {
      for (;;) {
        const found = await store.get<CaseDocument>('cases', id);
        if (found === undefined) throw problem('not-found');
        if (found.retain?.going === true) throw problem('gone');
        if (revision !== undefined && found.edition !== revision)
          throw problem('conflict', { revision: found.edition });
        const change = make(found);
        if (change === undefined) return found;
        const { officer: had, hold: wasHeld, ...rest } = found;
        const { officer = had ?? null, hold = wasHeld ?? null, ...parts } = change;
        const content = {
          ...rest,
          ...parts,
          ...(officer === null ? {} : { officer }),
          ...(hold === null ? {} : { hold }),
          edition: found.edition + 1,
          // With another date of birth it may be kept for another time.
          retain: unseen,
        };
        const written = await store.replace<CaseDocument>(
          'cases',
          withDerived(content, await view(), clock.now(), found.effects),
        );
        if (written === undefined) continue;
        await board.write(id);
        kick();
        return written;
      }
    },
  };
};
