/** Changes to a case, one at a time and whole. */
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import type { NoteEffect } from '../../platform/effects/effect.ts';
import { noteEffect, type Noted } from '../../platform/effects/pending.ts';
import type { Store } from '../../platform/storage/store.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';
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
  audit: Audit;
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
    noted: Noted,
    revision?: number,
  ) => Promise<CaseDocument>;
}

/** What the trail says of a change: besides `noted`, whether the address is kept from people or given to them from now on. */
export const caseNotes = (
  noted: Noted,
  before: Pick<CaseDocument, 'addressKept'> | undefined,
  { addressKept = false }: Pick<CaseDocument, 'addressKept'>,
  now: Date,
): NoteEffect[] => {
  if (noted === 'not noted') return [];
  if ((before?.addressKept ?? false) === addressKept) return [noted];
  const action = addressKept ? 'case-address-kept' : 'case-address-given';
  return [noted, noteEffect({ actor: noted.entry.actor, action, subject: noted.entry.subject }, now)];
};

export const createCaseWriter = (given: WriterParts): CaseWriter => {
  const { store, clock, view, board, kick } = given;
  return {
    change: (id, make, noted, revision) =>
      untilWritten('cases', async () => {
        const found = await store.get('cases', id);
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
        const written = await store.replace(
          'cases',
          withDerived(content, await view(), clock.now(), [
            ...found.effects,
            ...caseNotes(noted, found, content, clock.now()),
          ]),
        );
        if (written === undefined) return overtaken;
        await writeNotes(given, 'cases', written);
        await board.write(id);
        kick();
        return written;
      }),
  };
};
