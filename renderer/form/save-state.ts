import { useSyncExternalStore } from 'react';
import { formatDate, formatDateTime } from '../../engine/index.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Autosave } from './saving/autosave.ts';

/** A part of the state of saving; `select` gives the same identity for the same state. */
export const useSaving = <Part>({ saving }: OpenDraft, select: (state: Autosave) => Part): Part =>
  useSyncExternalStore(saving.subscribe, () => select(saving.state()));

/** `14:02` on the council's clocks. */
export const timeOf = (instant: string, timeZone: string): string =>
  formatDateTime(instant, timeZone).slice(-'14:02'.length);

/** `04-Feb-2022` on the council's calendar. */
export const dayOf = (instant: string, timeZone: string): string =>
  formatDateTime(instant, timeZone).slice(0, formatDate('2000-01-01').length);
