import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { PageState } from '../../../wire/form.ts';
import { FormText } from '../../controls/FormText.tsx';
import { AlertIcon, ChevronDownIcon, ChevronRightIcon, CircleIcon, TickIcon } from '../../parts/icons.tsx';
import { useFilling, useTools } from '../filling-context.ts';
import { pageSign } from './page-signs.ts';
import { CHECK, pageAddress } from './places.ts';
import { useShownPages } from './shown-pages.ts';
import { useFormT, type FormKey } from '../words.ts';

interface Sign {
  word: FormKey;
  icon: ReactNode;
  look: string;
}

const signs: Record<PageState | 'untouched', Sign> = {
  untouched: { word: 'pages.untouched', icon: <CircleIcon />, look: 'untouched' },
  visited: { word: 'pages.visited', icon: <ChevronRightIcon />, look: 'visited' },
  problems: { word: 'pages.problems', icon: <AlertIcon />, look: 'problems' },
  done: { word: 'pages.done', icon: <TickIcon />, look: 'done' },
};

interface EntryProps {
  href: string;
  current: boolean;
  label: string;
  sign?: Sign;
}

const Entry = ({ href, current, label, sign }: EntryProps) => {
  const t = useFormT();
  return (
    <li>
      <Link
        href={href}
        className={`page-link page-link-${sign?.look ?? 'check'}`}
        {...(current && { 'aria-current': 'page' as const })}
      >
        {sign ? sign.icon : <ChevronRightIcon />}
        <span>
          <FormText text={label} />
          {sign && <span className="page-link-word">{t(sign.word)}</span>}
        </span>
      </Link>
    </li>
  );
};

/** All pages of the form with how far each has come. On a phone it is folded into one line. */
export const PageList = ({ here }: { here: string | undefined }) => {
  const { address, filling, uploads } = useTools();
  const pages = useShownPages();
  const t = useFormT();
  const states = useFilling((state) => state.pages);
  const queue = useSyncExternalStore(uploads.subscribe, uploads.queue);
  const signOf = pageSign(filling.form, states, queue);
  const [location] = useLocation();
  const [unfolded, setUnfolded] = useState(false);
  useEffect(() => setUnfolded(false), [location]);
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    // A long list is scrolled by itself: the open page must be seen in it, and the window must not move.
    const current = frame.current?.querySelector<HTMLElement>('[aria-current]');
    if (frame.current && current)
      frame.current.scrollTop = current.offsetTop + (current.offsetHeight - frame.current.clientHeight) / 2;
  }, [here]);
  const number = pages.findIndex(({ id }) => id === here) + 1;
  return (
    <nav className="page-list" ref={frame} aria-label={t('pages')}>
      <button
        type="button"
        className="page-list-fold"
        aria-expanded={unfolded}
        aria-controls="all-pages"
        onClick={() => setUnfolded(!unfolded)}
      >
        <span>{number > 0 ? t('page', { number, pages: pages.length }) : t('checkAnswers')}</span>
        <span className="page-list-all">
          {t('pages.all')} <ChevronDownIcon />
        </span>
      </button>
      <ol id="all-pages" className={unfolded ? 'page-list-all-pages page-list-unfolded' : 'page-list-all-pages'}>
        {pages.map(({ id, label }) => (
          <Entry
            href={pageAddress(address, id)}
            current={id === here}
            label={label}
            sign={signs[signOf(id)]}
            key={id}
          />
        ))}
        <Entry href={pageAddress(address, CHECK)} current={here === CHECK} label={t('checkAnswers')} />
      </ol>
    </nav>
  );
};
