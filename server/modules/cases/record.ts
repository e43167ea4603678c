/** How a case is put together for the store: what it is found by, and the clocks that follow from what happened. */
import { randomBytes } from 'node:crypto';
import type { Effect } from '../../platform/effects/effect.ts';
import { withEffects, workEffect } from '../../platform/effects/pending.ts';
import type { CaseDocument } from './documents.ts';
import { subjectKeys } from './subject.ts';
import { dateKeysOf } from './values.ts';
import { clocksOf, storedRun } from './clocks/clocks.ts';
import type { CaseView } from './clocks/clocks.ts';
import { referenceFrom } from '../../core/reference.ts';

/** Name of the work that brings the board up to a case. */
export const boardWork = 'board-case';

/** `CS-7K3M-9Q4P`: a number that can be read out on the telephone. */
export const newCaseReference = (): string => referenceFrom(randomBytes(32)).replace(/^FW/, 'CS');

/** What a person may change; the rest follows from it. */
export type CaseContent = Pick<
  CaseDocument,
  'subject' | 'team' | 'officer' | 'addressKept' | 'values' | 'events' | 'pauses' | 'personKey'
>;

type Derived = Pick<
  CaseDocument,
  'nameKey' | 'words' | 'identifierKeys' | 'dateKeys' | 'runs' | 'effects' | 'effectsDue'
>;

/** The content with all that follows from it on the view's day, and the work that tells the board. */
export const withDerived = <T extends CaseContent & { _id: string }>(
  content: T,
  view: CaseView,
  now: Date,
  effects: readonly Effect[] = [],
): T & Derived => {
  const waiting = effects.filter((effect) => effect.kind !== 'work' || effect.name !== boardWork);
  return {
    ...content,
    ...subjectKeys(content.subject),
    dateKeys: dateKeysOf(content.values, view.settings),
    runs: clocksOf(content, view).map((clock) => storedRun(content._id, clock, view)),
    ...withEffects([...waiting, workEffect(boardWork, { case: content._id }, now)]),
  };
};
