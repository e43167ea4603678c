/** Words that were typed where one of many is to be chosen and that are no choice: the one that they mean is chosen, or they are told. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { afterPress } from '../../steady/press.ts';

interface UnchosenProps<Option> {
  /** Of the control. */
  id: string;
  /** What stands there and is no choice; empty for nothing. */
  words: string;
  /** All that fit the words; `undefined` while that is not known. */
  fitting: readonly Option[] | undefined;
  choose: (option: Option) => void;
  /** Choosing moves nothing on the page that somebody could be pressing. */
  atOnce?: boolean;
}

interface Unchosen {
  /** Somebody left the field, or wanted to send the form, and nothing is chosen for what stands there. */
  told: boolean;
  onBlur: () => void;
}

const plain = (text: string): string => text.trim().toLowerCase();

const isNamed = ({ label }: { label: string }, words: string): boolean => plain(label) === plain(words);

/** The only one that fits, or the only one that is called so. */
const meant = <Option extends { label: string }>(words: string, fitting: readonly Option[]): Option | undefined => {
  const named = fitting.filter((option) => isNamed(option, words));
  const [only, ...others] = named.length > 0 ? named : fitting;
  return others.length === 0 ? only : undefined;
};

/** Keeps the form around the field from being sent while words stand in it for which nothing is chosen. */
export const useUnchosen = <Option extends { label: string }>({
  id,
  words,
  fitting,
  choose,
  atOnce = false,
}: UnchosenProps<Option>): Unchosen => {
  const [left, setLeft] = useState('');
  const isLeft = words !== '' && left === words;
  const one = words === '' || fitting === undefined ? undefined : meant(words, fitting);

  useEffect(() => {
    if (isLeft && one !== undefined) choose(one);
  });
  useEffect(() => {
    const field = document.getElementById(id);
    const form = field?.closest('form');
    const hold = (event: Event): void => {
      if (words === '') return;
      if (one !== undefined) flushSync(() => choose(one));
      // Nothing goes to somebody whose whole name nobody has seen: it stands there now, and the form is sent with the next press.
      if (one !== undefined && isNamed(one, words)) return;
      event.preventDefault();
      event.stopPropagation();
      if (one !== undefined) return;
      setLeft(words);
      field?.focus();
    };
    form?.addEventListener('submit', hold, { capture: true });
    return () => form?.removeEventListener('submit', hold, { capture: true });
  });

  return {
    told: isLeft && fitting !== undefined && one === undefined,
    onBlur: () => {
      if (atOnce && one !== undefined) choose(one);
      else afterPress(() => setLeft(words));
    },
  };
};
