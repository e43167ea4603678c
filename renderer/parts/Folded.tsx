import { useId, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ChevronDownIcon } from './icons.tsx';
import './folded.css';

interface FoldedProps {
  /** On the button. */
  words: string;
  /** Of the frame around what is folded. */
  className?: string;
  /** It is open at first. */
  begun?: boolean;
  children: ReactNode;
}

/**
 * What stands there on a wide screen, and on a phone behind a button that shows and hides it. Which of the two is up to the style sheet, so that
 * nothing moves when a page is drawn. Escape and another page fold it again.
 */
export const Folded = ({ words, className = '', begun = false, children }: FoldedProps) => {
  const [path] = useLocation();
  const [open, setOpen] = useState(begun);
  const [place, setPlace] = useState(path);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  if (place !== path) {
    setPlace(path);
    setOpen(false);
  }
  return (
    <>
      <button
        type="button"
        className="fold-button no-print"
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span>{words}</span>
        <ChevronDownIcon />
      </button>
      <div
        id={id}
        className={`folded ${className}`.trim()}
        data-open={open}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open || event.defaultPrevented || button.current?.offsetParent === null)
            return;
          setOpen(false);
          button.current?.focus();
        }}
      >
        {children}
      </div>
    </>
  );
};
