import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import './dialog.css';
import { useT } from './words.ts';

interface DialogProps {
  title: ReactNode;
  children: ReactNode;
  /** Escape, or Close. */
  onClose: () => void;
  /** As large as the screen, with Close at the top. */
  full?: boolean;
  /** It interrupts with something urgent. */
  alert?: boolean;
}

/**
 * A modal dialog, open for as long as it is rendered. Focus stays in it and goes back to where it was, or to the heading of the page; the first thing with
 * `data-autofocus`, or else the title, has it at the beginning.
 */
export const Dialog = ({ title, children, onClose, full = false, alert = false }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const t = useT();

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element?.isConnected) return;
    element.showModal();
    (element.querySelector<HTMLElement>('[data-autofocus]') ?? heading.current)?.focus();
    return () => {
      element.close();
      if (!(before instanceof HTMLElement)) return;
      if (before.isConnected && before !== document.body) before.focus();
      // What was done has taken the button along that opened it, or the page opened with it.
      else document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={full ? 'dialog dialog-full' : 'dialog'}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {full && <Button onClick={onClose}>{t('close')}</Button>}
      </div>
      {children}
    </dialog>
  );
};
