import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LocaleContext } from '../../parts/words.ts';
import { localeQuery } from './locale.ts';
import { englishLocale } from '../words.ts';

/** What the frame puts over a page speaks as the page does: somebody who reads it in Polish is asked in Polish. */
export const InPageLanguage = ({ children }: { children: ReactNode }) => {
  const { data: locale = englishLocale } = useQuery(localeQuery(document.documentElement.lang));
  return (
    <LocaleContext value={locale}>
      <div lang={locale.language}>{children}</div>
    </LocaleContext>
  );
};
