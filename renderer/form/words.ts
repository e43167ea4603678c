/** The words around a form that is filled in. English is here; another language is loaded when a form is filled in in it. */
import { Fragment, type ReactNode } from 'react';
import { jsx } from '#jsx/jsx-runtime';
import {
  englishParts,
  partWords,
  translateIn,
  useLocale,
  type PartKey,
  type Translate,
  type Locale,
  type Words,
} from '../parts/words.ts';
import own from './words.en.json' with { type: 'json' };

export type FormKey = PartKey | keyof typeof own;
export type FormTranslate = Translate<FormKey>;

const files: Readonly<Record<string, () => Promise<{ default: Words }>>> = {
  pl: () => import('./words.pl.json', { with: { type: 'json' } }),
};

const english: Words = { ...partWords, ...own };
export const englishLocale: Locale = { language: 'en', words: english };
export const englishT: FormTranslate = translateIn<FormKey>(englishLocale);

/** The portal's words in a language; English for one in which it knows none. */
export const localeIn = async (language: string): Promise<Locale> => {
  const load = Object.hasOwn(files, language) ? files[language] : undefined;
  return load === undefined ? englishLocale : { language, words: { ...english, ...(await load()).default } };
};

/** The words around a form, in its language. */
export const useFormT = (): FormTranslate => {
  const locale = useLocale();
  return translateIn<FormKey>(locale === englishParts ? englishLocale : locale);
};

/** A sentence of which some values are more than words, such as a link or a date in bold. */
export const sentence = (text: string, nodes: Readonly<Record<string, ReactNode>>): ReactNode =>
  text.split(/(\{\w+\})/).map((piece, index) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    return jsx(Fragment, { children: name === undefined ? piece : (nodes[name] ?? piece) }, index);
  });
