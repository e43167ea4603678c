import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import { ChevronDownIcon } from './icons.tsx';
import './menu.css';

export type MenuItem = { label: string } & ({ href: string } | { onSelect: () => void });

interface MenuProps {
  label: ReactNode;
  items: readonly MenuItem[];
  /** Opens above its button, for the foot of a page. */
  up?: boolean;
  icon?: ReactNode;
}

/**
 * A button that shows and hides a list of links and buttons (a disclosure, so that Tab works in it as everywhere). Arrows move in
 * it too; Escape, a choice, or leaving it closes it.
 */
export const Menu = ({ label, items, up = false, icon }: MenuProps) => {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open) {
      close();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !open) return;
    event.preventDefault();
    const all = [...(frame.current?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
    const now = all.findIndex((item) => item === document.activeElement);
    const next = now === -1 ? (step === 1 ? 0 : all.length - 1) : (now + step + all.length) % all.length;
    all[next]?.focus();
  };

  return (
    <div
      className={up ? 'menu menu-up' : 'menu'}
      ref={frame}
      onKeyDown={move}
      onBlur={(event) => event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        type="button"
        className="menu-button"
        ref={button}
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        onClick={() => setOpen(!open)}
      >
        {icon}
        <span>{label}</span>
        <ChevronDownIcon />
      </button>
      {open && (
        <ul className="menu-list" id={listId}>
          {items.map((item) => (
            <li key={item.label}>
              {'href' in item ? (
                <Link href={item.href} className="menu-item" onClick={() => setOpen(false)}>
                  {item.label}
                </Link>
              ) : (
                <button
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    close();
                    item.onSelect();
                  }}
                >
                  {item.label}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
