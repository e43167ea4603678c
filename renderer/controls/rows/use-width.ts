import { useLayoutEffect, useState, type RefObject } from 'react';

/** How wide an element is, in whole rem, now and whenever that changes. */
export const useWidth = (element: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const look = (): void => setWidth(Math.floor(current.clientWidth / rem));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
};
