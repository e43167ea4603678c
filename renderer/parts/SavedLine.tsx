import { CloudOffIcon, TickIcon } from './icons.tsx';
import './saved-line.css';
import { useT, type PartKey, type Translate } from './words.ts';

export type SavedState = 'nothing' | 'saving' | 'saved' | 'held' | 'failed';

interface SavedLineProps {
  state: SavedState;
  /** `14:02`, of the newest save. */
  at?: string;
  /** Replaces the words, such as after “Save for later”. */
  text?: string;
}

const textOf = (t: Translate<PartKey>, state: SavedState, at: string | undefined): string => {
  if (state === 'saving') return at ? t('saved.savingSince', { at }) : t('saved.saving');
  if (state === 'saved') return at ? t('saved.savedAt', { at }) : t('saved.saved');
  if (state === 'held') return t('saved.held');
  if (state === 'failed') return t('saved.failed');
  return '';
};

/** Where the words are. Read out when that changes, or for the words after a button, never at each save. */
export const SavedLine = ({ state, at, text }: SavedLineProps) => {
  const t = useT();
  const away = state === 'held' || state === 'failed';
  return (
    <>
      <p className={`saved-line saved-line-${state}`} aria-hidden={text === undefined && !away ? undefined : true}>
        {state === 'saved' && <TickIcon />}
        {away && <CloudOffIcon />}
        <span className="numbers">{text ?? textOf(t, state, at)}</span>
      </p>
      <span className="visually-hidden" role="status">
        {text ?? (away ? textOf(t, state, at) : '')}
      </span>
    </>
  );
};
