/** The words around a form that is filled in. English is here; another language is loaded when a form is filled in in it. */
import { Fragment, type ReactNode } from 'react';
import { jsx } from '#jsx/jsx-runtime';
import {
  englishParts,
  partWords,
  sayIn,
  useSpeech,
  type PartKey,
  type Say,
  type Speech,
  type Words,
} from '../parts/words.ts';
import own from './words.en.json' with { type: 'json' };

export type FormKey = PartKey | keyof typeof own;
export type FormSay = Say<FormKey>;

const files: Readonly<Record<string, () => Promise<{ default: Words }>>> = {
  pl: () => import('./words.pl.json', { with: { type: 'json' } }),
};

const english: Words = { ...partWords, ...own };
export const englishSpeech: Speech = { language: 'en', words: english };
export const englishSay: FormSay = sayIn<FormKey>(englishSpeech);

/** The portal's words in a language; English for one in which it knows none. */
export const speechIn = async (language: string): Promise<Speech> => {
  const load = Object.hasOwn(files, language) ? files[language] : undefined;
  return load === undefined ? englishSpeech : { language, words: { ...english, ...(await load()).default } };
};

/** The words around a form, in its language. */
export const useFormSay = (): FormSay => {
  const speech = useSpeech();
  return sayIn<FormKey>(speech === englishParts ? englishSpeech : speech);
};

/** A sentence of which some values are more than words, such as a link or a date in bold. */
export const sentence = (text: string, nodes: Readonly<Record<string, ReactNode>>): ReactNode =>
  text.split(/(\{\w+\})/).map((piece, index) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    return jsx(Fragment, { children: name === undefined ? piece : (nodes[name] ?? piece) }, index);
  });
