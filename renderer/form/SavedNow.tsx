import { useSyncExternalStore } from 'react';
import { SavedLine, type SavedState } from '../parts/SavedLine.tsx';
import type { OpenDraft } from './open-draft.ts';
import { timeOf, useSaving } from './save-state.ts';
import type { Phase } from './saving/autosave.ts';

const states: Record<Phase, SavedState> = {
  saved: 'saved',
  waiting: 'saving',
  sending: 'saving',
  offline: 'held',
  conflict: 'held',
  signedOut: 'held',
  gone: 'held',
  taken: 'held',
  renewed: 'held',
  refused: 'failed',
};

/** Where saving alone does not say it. */
const words: Partial<Record<Phase, string>> = {
  renewed: 'Taken along into the newer version',
  conflict: 'Changed elsewhere. What you wrote is kept on this device',
  signedOut: 'Saved on this device, will be sent when you have signed in',
  gone: 'Not saved',
  taken: 'Not saved',
  refused: 'Not saved',
};

const textOf = (phase: Phase, kept: boolean): string | undefined => {
  const away = phase === 'offline' || phase === 'signedOut' || phase === 'conflict';
  if (away && !kept) return 'Not saved yet. Keep this page open until it is';
  if (phase === 'offline' && navigator.onLine)
    return 'Saved on this device, will be sent when the service can be reached';
  return words[phase];
};

/** Where the words are now. */
export const SavedNow = ({ open }: { open: OpenDraft }) => {
  const phase = useSaving(open, (state) => state.phase);
  const savedAt = useSaving(open, (state) => state.savedAt);
  const kept = useSyncExternalStore(open.saving.subscribe, open.saving.keptOnDevice);
  const text = textOf(phase, kept);
  return (
    <div className="fill-saved">
      <SavedLine state={states[phase]} at={timeOf(savedAt, open.service.timeZone)} {...(text && { text })} />
    </div>
  );
};
