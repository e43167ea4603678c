import { useEffect, useRef, type ReactNode } from 'react';
import { useService } from '../api/person.ts';
import { useT } from './words.ts';

interface PageTitleProps {
  children: ReactNode;
  /** For the browser’s title, where the heading is not plain text. */
  title?: string;
  /** Stands above the heading: the step, or the form. */
  step?: string;
  /** The page has errors, which its title says first. */
  wrong?: boolean;
}

let pagesShown = 0;

/** Whether somebody has opened a menu while the page was on its way: taking focus would shut it under their hand. */
const isMenuOpen = (): boolean =>
  (document.activeElement?.closest('.menu')?.querySelector('[aria-expanded="true"]') ?? null) !== null;

/**
 * The page’s heading and the browser’s title. After the first page it takes focus whenever it says something new, so that a
 * new page is noticed without sight, and the page begins at its top. The step may change without that.
 */
export const PageTitle = ({ children, title, step, wrong = false }: PageTitleProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { name, council } = useService();
  const t = useT();
  const text = title ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    document.title = [wrong ? t('errorTitle', { title: text }) : text, step, name, council].filter(Boolean).join(' – ');
  }, [text, step, wrong, name, council, t]);
  useEffect(() => {
    pagesShown += 1;
    if (pagesShown === 1 || isMenuOpen()) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [text]);
  return (
    <>
      {step && <p className="muted page-step">{step}</p>}
      <h1 tabIndex={-1} ref={heading}>
        {children}
      </h1>
    </>
  );
};
