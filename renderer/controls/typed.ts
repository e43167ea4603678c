import { useCallback, useEffect, useRef, useState } from 'react';
import { valueAt, type JsonValue, type Pointer } from '../../engine/json.ts';
import { useTools } from '../form/filling-context.ts';
import { afterPress } from '../steady/press.ts';

/** Idle time after which typed words become the answer. Until then only this one box knows them. */
const IDLE_MS = 300;

export interface Typed {
  text: string;
  onChange: (text: string) => void;
  onBlur: () => void;
}

/**
 * The words in a box, kept by the box itself while somebody types: a keystroke draws one control and nothing else. They become
 * the answer after a short idle time, when the box is left, and whenever the form asks for them; never while something is pressed, for
 * they may show, hide and say what moves the page.
 * `read` makes an answer of text; what is not right yet is kept as typed. `onCommit` hears of words that became the answer, and of what
 * it was before.
 */
export const useTyped = (
  pointer: Pointer,
  shown: string,
  read: (text: string) => JsonValue | undefined,
  onCommit?: (now: JsonValue | undefined, before: JsonValue | undefined) => void,
): Typed => {
  const { filling } = useTools();
  const [text, setText] = useState<string>();
  const latest = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reading = useRef(read);
  const telling = useRef(onCommit);
  // Rows move while a press is under way, and may go.
  const place = useRef<Pointer>(undefined);
  useEffect(() => {
    reading.current = read;
    telling.current = onCommit;
    place.current = pointer;
    return () => {
      place.current = undefined;
    };
  });

  const commit = useCallback(() => {
    clearTimeout(timer.current);
    if (latest.current === undefined) return;
    const value = reading.current(latest.current);
    latest.current = undefined;
    const before = valueAt(filling.state().answers, pointer);
    filling.answer(pointer, value);
    telling.current?.(value, before);
  }, [filling, pointer]);

  useEffect(() => {
    const stop = filling.onFlush(commit);
    return () => {
      stop();
      commit();
    };
  }, [filling, commit]);

  return {
    text: text ?? shown,
    onChange: (next) => {
      setText(next);
      latest.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => afterPress(commit), IDLE_MS);
    },
    onBlur: () => {
      const typed = text !== undefined || shown !== '';
      afterPress(() => {
        commit();
        setText(undefined);
        if (typed && place.current !== undefined) filling.leave(place.current);
      });
    },
  };
};

/** Blank is no answer; anything else is kept exactly as typed. */
export const readText = (text: string): string | undefined => (text.trim() === '' ? undefined : text);
