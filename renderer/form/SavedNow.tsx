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
  refused: 'failed',
};

/** What stands for a person to read when the words are not on the server and something must be done about it. */
const words: Partial<Record<Phase, string>> = {
  conflict: 'Changed elsewhere. What you wrote is kept on this device',
  signedOut: 'Saved on this device, will be sent when you have signed in',
  gone: 'Not saved',
  refused: 'Not saved',
};

/** Where the words are now. */
export const SavedNow = ({ open }: { open: OpenDraft }) => {
  const phase = useSaving(open, (state) => state.phase);
  const savedAt = useSaving(open, (state) => state.savedAt);
  const text = words[phase];
  return (
    <div className="fill-saved">
      <SavedLine state={states[phase]} at={timeOf(savedAt, open.service.timeZone)} {...(text && { text })} />
    </div>
  );
};
