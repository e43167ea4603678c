import { useSyncExternalStore } from 'react';
import { formatDate, formatDay, formatTime } from '../../../engine/index.ts';
import { useService } from '../../api/person.ts';
import { SavedLine, type SavedState } from '../../parts/SavedLine.tsx';
import type { OpenDraft } from '../open/opened.ts';
import { useSaving } from '../save-state.ts';
import type { Phase } from '../saving/autosave.ts';
import { useFormT, type FormKey } from '../words.ts';

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
  full: 'failed',
};

/** Where saving alone does not say it. */
const words: Partial<Record<Phase, FormKey>> = {
  renewed: 'saved.renewed',
  conflict: 'saved.conflict',
  signedOut: 'saved.signedOut',
  gone: 'saved.not',
  taken: 'saved.not',
  refused: 'saved.not',
  full: 'saved.not',
};

const keyOf = (phase: Phase, kept: boolean): FormKey | undefined => {
  const away = phase === 'offline' || phase === 'signedOut' || phase === 'conflict';
  if (away && !kept) return 'saved.pageOnly';
  if (phase === 'offline' && navigator.onLine) return 'saved.unreached';
  return words[phase];
};

/** Where the words are now. */
export const SavedNow = ({ open }: { open: OpenDraft }) => {
  const phase = useSaving(open, (state) => state.phase);
  const savedAt = useSaving(open, (state) => state.savedAt);
  const kept = useSyncExternalStore(open.saving.subscribe, open.saving.keptOnDevice);
  const t = useFormT();
  const key = keyOf(phase, kept);
  const { timeZone, today } = useService();
  const day = formatDay(savedAt, timeZone, t.language);
  return (
    <div className="fill-saved">
      <SavedLine
        state={states[phase]}
        at={formatTime(savedAt, timeZone)}
        {...(day !== formatDate(today, t.language) && { on: day })}
        {...(key && { text: t(key) })}
      />
    </div>
  );
};
