/** The words of the portal itself, by key, in the language of whatever they stand in. */
import { createContext, useContext } from 'react';
import { fill, formatNumber } from '../../engine/index.ts';
import english from './words.en.json' with { type: 'json' };

export type Words = Readonly<Record<string, string>>;

/** The words in one language; English where that has none for a key. */
export interface Locale {
  /** BCP 47. */
  language: string;
  words: Words;
}

type Values = Readonly<Record<string, string | number>>;
type Counted<Key> = Key extends `${infer Base}.other` ? Base : never;

export interface Translate<Key extends string> {
  (key: Key, values?: Values): string;
  /** The form of a plural that belongs to a number: `{count}` is the number. */
  count: (key: Counted<Key>, count: number, values?: Values) => string;
  /** Of a key that may be unknown. */
  known: (key: string) => string | undefined;
  language: string;
}

export type PartKey = keyof typeof english;

export const partWords: Words = english;
export const englishParts: Locale = { language: 'en', words: partWords };

export const LocaleContext = createContext<Locale>(englishParts);

const made = new WeakMap<Locale, Translate<string>>();

/** Speaks with the words of one language. A key without words is shown itself, so that whoever forgot it sees it. */
export const translateIn = <Key extends string>(locale: Locale): Translate<Key> => {
  const known = made.get(locale) ?? make(locale);
  made.set(locale, known);
  return known;
};

const make = ({ language, words }: Locale): Translate<string> => {
  const known = (key: string): string | undefined => (Object.hasOwn(words, key) ? words[key] : undefined);
  const t = (key: string, values?: Values): string => fill(known(key) ?? key, values);
  const plurals = new Intl.PluralRules(language);
  return Object.assign(t, {
    language,
    known,
    count: (key: string, count: number, values: Values = {}): string => {
      const form = `${key}.${plurals.select(count)}`;
      const text = known(form) ?? known(`${key}.other`) ?? key;
      return fill(text, { ...values, count: formatNumber(count, language) });
    },
  });
};

export const useLocale = (): Locale => useContext(LocaleContext);

/** The words of buttons, fields and other parts. */
export const useT = (): Translate<PartKey> => translateIn<PartKey>(useLocale());
