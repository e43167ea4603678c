import { useSyncExternalStore } from 'react';
import type { OpenDraft } from './open/opened.ts';
import type { Autosave } from './saving/autosave.ts';

/** A part of the state of saving; `select` gives the same identity for the same state. */
export const useSaving = <Part>({ saving }: OpenDraft, select: (state: Autosave) => Part): Part =>
  useSyncExternalStore(saving.subscribe, () => select(saving.state()));
