import { useEffect } from 'react';

/** Says to browser and screen reader which language the page is in, for as long as it is; the frame around it says its own. */
export const usePageLanguage = (language: string): void =>
  useEffect(() => {
    const root = document.documentElement;
    const before = root.lang;
    if (language !== 'en') root.lang = language;
    return () => {
      root.lang = before;
    };
  }, [language]);
