import { useLayoutEffect, useState, type RefObject } from 'react';

/** Whether an element is at least so many rem wide, now and whenever that changes. */
export const useIsWide = (element: RefObject<HTMLElement | null>, least: number): boolean => {
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const look = (): void => setWide(current.clientWidth >= least * rem);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, least]);
  return wide;
};
