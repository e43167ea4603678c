import { problem } from '../../core/errors.ts';

/**
 * What a browser holds a record by while somebody changes it. It moves with each change that somebody makes, and not, as the revision does, with what
 * the service takes off the record when it is done.
 */
export interface WithEdition {
  /** Absent in what a release before 0.3.0 wrote last. */
  edition?: number;
}

/** As long as no change has set it, the revision stands for it. */
export const editionOf = ({ edition, revision }: WithEdition & { revision: number }): number => edition ?? revision;

/** The edition after a change by somebody who holds the record by `held`. Throws conflict when that is no longer the stored one. */
export const nextEdition = (current: WithEdition & { revision: number }, held: number): number => {
  if (editionOf(current) !== held) throw problem('conflict', { revision: editionOf(current) });
  return held + 1;
};
