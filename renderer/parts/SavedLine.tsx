import { CloudOffIcon, TickIcon } from './icons.tsx';
import './saved-line.css';
import { useT, type PartKey, type Translate } from './words.ts';

export type SavedState = 'nothing' | 'saving' | 'saved' | 'held' | 'failed';

interface SavedLineProps {
  state: SavedState;
  /** `14:02`, of the newest save. */
  at?: string;
  /** Its day, where that is not today. */
  on?: string;
  /** Replaces the words, such as after “Save for later”. */
  text?: string;
}

const textOf = (t: Translate<PartKey>, { state, at: time, on }: SavedLineProps): string => {
  const at = time === undefined || on === undefined ? time : t('saved.dayAndTime', { day: on, time });
  const today = on === undefined;
  if (state === 'saving')
    return at ? t(today ? 'saved.savingSince' : 'saved.savingSinceDay', { at }) : t('saved.saving');
  if (state === 'saved') return at ? t(today ? 'saved.savedAt' : 'saved.savedOn', { at }) : t('saved.saved');
  if (state === 'held') return t('saved.held');
  if (state === 'failed') return t('saved.failed');
  return '';
};

/** Where the words are. Read out when that changes, or for the words after a button, never at each save. */
export const SavedLine = (saved: SavedLineProps) => {
  const { state, text } = saved;
  const t = useT();
  const away = state === 'held' || state === 'failed';
  return (
    <>
      <p className={`saved-line saved-line-${state}`} aria-hidden={text === undefined && !away ? undefined : true}>
        {state === 'saved' && <TickIcon />}
        {away && <CloudOffIcon />}
        <span className="numbers">{text ?? textOf(t, saved)}</span>
      </p>
      <span className="visually-hidden" role="status">
        {text ?? (away ? textOf(t, saved) : '')}
      </span>
    </>
  );
};
