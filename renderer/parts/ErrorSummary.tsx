import { useEffect, useId, useRef, type MouseEvent } from 'react';
import './notice.css';
import { useT } from './words.ts';

export interface SummaryEntry {
  /** Id of the control, or of the group of controls, that it is about. */
  target?: string;
  message: string;
}

interface ErrorSummaryProps {
  title?: string;
  entries: readonly SummaryEntry[];
  /** Takes focus again whenever this changes: the number of attempts. */
  attempt: number;
  /** Called before the target is focused, where it may have to be shown first. */
  onGo?: (entry: SummaryEntry) => void;
}

/** Focuses what an entry is about: the control itself, or the first control of its group. */
export const focusTarget = (id: string): void => {
  const target = document.getElementById(id);
  if (!target) return;
  const inside = target.matches('input, select, textarea, button, a')
    ? target
    : target.querySelector<HTMLElement>('input:not(:disabled), select, textarea, button');
  (inside ?? target).focus({ preventScroll: true });
  (target.closest('.field') ?? target).scrollIntoView({ block: 'start' });
};

/** All that is wrong on the page, above it, with links to each question. Takes focus when it appears. */
export const ErrorSummary = ({ title, entries, attempt, onGo }: ErrorSummaryProps) => {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const t = useT();
  const shown = entries.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  const go = (event: MouseEvent, entry: SummaryEntry): void => {
    event.preventDefault();
    onGo?.(entry);
    if (entry.target) focusTarget(entry.target);
  };
  return (
    <div className="summary" ref={box} tabIndex={-1} role="alert" aria-labelledby={titleId}>
      <h2 id={titleId}>{title ?? t('problem')}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.target ?? ''} ${entry.message}`}>
            {entry.target ? (
              <a href={`#${entry.target}`} onClick={(event) => go(event, entry)}>
                {entry.message}
              </a>
            ) : (
              entry.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
