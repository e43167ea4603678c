import { useEffect, useRef, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { useFormT } from '../../form/words.ts';

const UNDO_MS = 10_000;

interface UndoLineProps {
  /** What was removed. */
  name: string;
  onUndo: () => void;
  /** The time in which it can be brought back is over. */
  onOver: () => void;
}

/** Brings back what was removed, for ten seconds. It has focus at first, and does not go while it has it or the pointer is on it. */
export const UndoLine = ({ name, onUndo, onOver }: UndoLineProps) => {
  const t = useFormT();
  const line = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(true);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    line.current?.querySelector('button')?.focus();
  }, [name]);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => over.current(), UNDO_MS);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <div
      className="grid-undo"
      ref={line}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={(event) => setHeld(event.currentTarget.contains(document.activeElement))}
    >
      <span role="status">{t('removed', { name })}</span>
      <Button small onClick={onUndo}>
        {t('undo')}
        <span className="visually-hidden">{t('undo.what', { name })}</span>
      </Button>
    </div>
  );
};
