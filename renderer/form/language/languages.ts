/** In which language a form is filled in: what a person chose last is remembered on the device, and a draft keeps its own. */
import type { FormDefinition } from '../../../engine/index.ts';

const KEPT_AS = 'formwork.language';

/** The languages of a form, English first. */
export const languagesOf = ({ texts }: Pick<FormDefinition, 'texts'>): string[] => [
  'en',
  ...Object.keys(texts)
    .filter((language) => language !== 'en')
    .sort(),
];

/** A language's name in itself: `Polski`. */
export const nameOf = (language: string): string => {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};

/** What was chosen last on this device; English where nothing was, or where the browser keeps nothing. */
export const chosenLanguage = (): string => {
  try {
    return localStorage.getItem(KEPT_AS) ?? 'en';
  } catch {
    return 'en';
  }
};

export const rememberLanguage = (language: string): void => {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
};
