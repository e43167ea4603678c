import { useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { OpenDraft } from './open-draft.ts';

interface UnplacedAnswersProps {
  open: OpenDraft;
  /** Only those of this page; all of them when absent. */
  pageId?: string;
}

/** Answers that the newer version of the form does not ask for in the same way: shown until the person has seen to them. */
export const UnplacedAnswers = ({ open, pageId }: UnplacedAnswersProps) => {
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState(false);
  const shown = open.draft.unplaced.filter(
    ({ key, page }) => !settled.has(key) && (pageId === undefined || page === pageId),
  );
  if (shown.length === 0) return null;
  const settle = (key: string): void => {
    open.settle(key).then(
      () => setSettled((before) => new Set([...before, key])),
      () => setFailed(true),
    );
  };
  return (
    <Notice kind="warning">
      <h2 className="notice-title">
        {pageId === undefined
          ? 'Answers that have no place any more'
          : 'What you wrote in the earlier version of this form'}
      </h2>
      <p>
        The form has changed, and these answers do not fit it as they are. Copy what is still needed into the form. They
        will not be sent.
      </p>
      <dl className="unplaced">
        {shown.map(({ key, label, lines }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd className="lines">{lines.join('\n')}</dd>
            <dd>
              <Button onClick={() => settle(key)}>
                Done with this<span className="visually-hidden">: {label}</span>
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      {failed && <p role="alert">This could not be saved. Try again in a moment.</p>}
    </Notice>
  );
};
