import { CloudOffIcon, TickIcon } from './icons.tsx';
import './saved-line.css';

export type SavedState = 'nothing' | 'saving' | 'saved' | 'held' | 'failed';

interface SavedLineProps {
  state: SavedState;
  /** `14:02`, of the newest save. */
  at?: string;
  /** Replaces the words, such as after “Save for later”. */
  text?: string;
}

const textOf = (state: SavedState, at: string | undefined): string => {
  if (state === 'saving') return at ? `Saving… Last saved at ${at}` : 'Saving…';
  if (state === 'saved') return at ? `Saved at ${at}` : 'Saved';
  if (state === 'held') return 'Saved on this device, will be sent when you are online';
  if (state === 'failed') return 'Not saved yet. Trying again';
  return '';
};

/** Where the words are. Read out when that changes, or for the words after a button, never at each save. */
export const SavedLine = ({ state, at, text }: SavedLineProps) => {
  const away = state === 'held' || state === 'failed';
  return (
    <>
      <p className={`saved-line saved-line-${state}`} aria-hidden={text === undefined && !away ? undefined : true}>
        {state === 'saved' && <TickIcon />}
        {away && <CloudOffIcon />}
        <span className="numbers">{text ?? textOf(state, at)}</span>
      </p>
      <span className="visually-hidden" role="status">
        {text ?? (away ? textOf(state, at) : '')}
      </span>
    </>
  );
};
