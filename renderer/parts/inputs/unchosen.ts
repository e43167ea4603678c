/** Words that were typed where one of many is to be chosen and that are no choice: the one that they mean is chosen, or they are told. */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { afterPress } from '../../steady/press.ts';

interface UnchosenProps<Option> {
  /** Of the control. */
  id: string;
  /** What stands there and is no choice; empty for nothing. */
  words: string;
  /** The option to which somebody moved in the list, and which they see highlighted. */
  moved?: Option | undefined;
  /** All that fit the words; `undefined` while that is not known. */
  fitting: readonly Option[] | undefined;
  choose: (option: Option) => void;
  /** Takes words that mean no option, and says what is wrong with them. Without it they stay, the field says so, and its form is not sent. */
  keep?: ((words: string) => void) | undefined;
  /** Registers what has to be done before anything is made of what stands in the field; gives how to take it back. */
  onFlush?: ((settle: () => void) => () => void) | undefined;
}

interface Unchosen {
  /** Somebody left the field, or wanted to send the form, and nothing is chosen for what stands there. */
  told: boolean;
  onBlur: () => void;
}

const plain = (text: string): string => text.trim().toLowerCase();

/** Whether an option is called so. */
export const isNamed =
  (words: string) =>
  ({ label }: { label: string }): boolean =>
    plain(label) === plain(words);

/** The only one that fits, or the only one that is called so. */
const meant = <Option extends { label: string }>(words: string, fitting: readonly Option[]): Option | undefined => {
  const named = fitting.filter(isNamed(words));
  const [only, ...others] = named.length > 0 ? named : fitting;
  return others.length === 0 ? only : undefined;
};

/** Keeps the form around the field from being sent while words stand in it for which nothing is chosen. */
export const useUnchosen = <Option extends { label: string }>({
  id,
  words,
  moved,
  fitting,
  choose,
  keep,
  onFlush,
}: UnchosenProps<Option>): Unchosen => {
  const [left, setLeft] = useState('');
  const isLeft = words !== '' && left === words;
  const one = moved ?? (words === '' || fitting === undefined ? undefined : meant(words, fitting));

  useEffect(() => {
    if (isLeft && one !== undefined) choose(one);
  });
  useEffect(() => {
    const field = document.getElementById(id);
    const form = field?.closest('form');
    const hold = (event: Event): void => {
      if (words === '' && one === undefined) return;
      if (one !== undefined) flushSync(() => choose(one));
      // Nothing goes to somebody whose whole name nobody has seen: it stands there now, and the form is sent with the next press.
      if (one !== undefined && isNamed(words)(one)) return;
      event.preventDefault();
      event.stopPropagation();
      if (one !== undefined) return;
      setLeft(words);
      field?.focus();
    };
    form?.addEventListener('submit', hold, { capture: true });
    return () => form?.removeEventListener('submit', hold, { capture: true });
  });

  // Once for the words as they stand: whoever asks again before this field is drawn again finds them settled.
  const settle = useRef<() => void>(undefined);
  useEffect(() => {
    settle.current = () => {
      settle.current = undefined;
      if (one !== undefined) choose(one);
      else if (words !== '' && keep !== undefined) keep(words);
      else setLeft(words);
    };
  });
  useEffect(() => {
    if (onFlush === undefined) return undefined;
    const now = (): void => settle.current?.();
    const stop = onFlush(now);
    return () => {
      stop();
      now();
    };
  }, [onFlush]);

  return {
    told: isLeft && fitting !== undefined && one === undefined,
    onBlur: () => afterPress(() => settle.current?.()),
  };
};
