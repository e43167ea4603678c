import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import type { OpenDraft } from '../open/opened.ts';
import { useFormT } from '../words.ts';

interface UnplacedAnswersProps {
  open: OpenDraft;
  /** Only those of this page; all of them when absent. */
  pageId?: string;
}

/** Answers that the newer version of the form does not ask for in the same way: shown until the person has seen to them. */
export const UnplacedAnswers = ({ open, pageId }: UnplacedAnswersProps) => {
  const [left, setLeft] = useState(open.unplaced);
  const [failed, setFailed] = useState(false);
  const t = useFormT();
  const shown = left.filter(({ page }) => pageId === undefined || page === pageId);
  if (shown.length === 0) return null;
  const settle = (key: string): void => {
    open.settle(key).then(
      () => setLeft(open.unplaced()),
      () => setFailed(true),
    );
  };
  return (
    <Notice kind="warning">
      <h2 className="notice-title">{t(pageId === undefined ? 'unplaced.all' : 'unplaced.page')}</h2>
      <p>{t('unplaced.text')}</p>
      <dl className="unplaced">
        {shown.map(({ key, label, lines }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd className="lines">{lines.join('\n')}</dd>
            <dd>
              <Button onClick={() => settle(key)}>
                {t('unplaced.done')}
                <span className="visually-hidden">: {label}</span>
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      {failed && <p role="alert">{t('unplaced.failed')}</p>}
    </Notice>
  );
};
