import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import type { OpenDraft } from '../open/opened.ts';
import { useFormT } from '../words.ts';

/** More changes than these are folded away. */
const MOST_SHOWN = 5;

/** Told once an opening: a newer version of the form took this draft over, and what is different in it. */
export const FormChanged = ({ open: { draft } }: { open: OpenDraft }) => {
  const [read, setRead] = useState(false);
  const t = useFormT();
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
      <h2 className="notice-title">{t('changed.title')}</h2>
      <p>
        {t('changed.text')} {unplaced.length > 0 && t('changed.unplaced')}
      </p>
      {changes.length <= MOST_SHOWN ? (
        list
      ) : (
        <details>
          <summary>{t.count('changes', changes.length)}</summary>
          {list}
        </details>
      )}
      <div className="actions">
        <Button onClick={() => setRead(true)}>{t('changed.close')}</Button>
      </div>
    </Notice>
  );
};
