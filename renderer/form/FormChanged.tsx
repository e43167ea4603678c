import { useState } from 'react';
import { plural } from '../../engine/index.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { OpenDraft } from './open-draft.ts';

/** More changes than these are folded away. */
const MOST_SHOWN = 5;

/** Told once an opening: a newer version of the form took this draft over, and what is different in it. */
export const FormChanged = ({ open: { draft } }: { open: OpenDraft }) => {
  const [read, setRead] = useState(false);
  const { renewed, unplaced } = draft;
  if (renewed === undefined || renewed.changes.length === 0 || read) return null;
  const { changes } = renewed;
  const list = (
    <ul>
      {changes.map((words, index) => (
        <li key={index}>{words}</li>
      ))}
    </ul>
  );
  return (
    <Notice kind="info" role="status">
      <h2 className="notice-title">This form has changed since you began it</h2>
      <p>
        Your answers are still here.{' '}
        {unplaced.length > 0 && 'Those that no longer fit stand at the top of the page to which they belonged.'}
      </p>
      {changes.length <= MOST_SHOWN ? (
        list
      ) : (
        <details>
          <summary>{plural(changes.length, 'change', 'changes')}</summary>
          {list}
        </details>
      )}
      <div className="actions">
        <Button onClick={() => setRead(true)}>Close this message</Button>
      </div>
    </Notice>
  );
};
