import { useEffect, type RefObject } from 'react';

/** Whether a key that is pressed there is typed, or works something by itself. */
const isTyped = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, select, textarea, [contenteditable], [role="dialog"]') !== null;

const step = (links: readonly HTMLElement[], by: 1 | -1): void => {
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

/** `j` and `k` go from one row's link to the next and back, `r` to the response to its form, and `/` to the search box; Enter opens what has the focus, as it does anyway. */
export const useRowKeys = (rows: RefObject<HTMLElement | null>, on: boolean): void => {
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
      if (event.key === 'r') {
        const respond = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('.respond');
        if (!respond) return;
        respond.click();
      } else if (event.key === '/') document.getElementById('search')?.focus();
      else if (event.key === 'j' || event.key === 'k')
        step([...(rows.current?.querySelectorAll<HTMLElement>('tbody th a') ?? [])], event.key === 'j' ? 1 : -1);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [rows, on]);
};
