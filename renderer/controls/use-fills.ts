import { useState } from 'react';
import { useTools } from '../form/filling-context.ts';
import {
  noteOfLeaving,
  putBack,
  take,
  takeAll,
  takeOut,
  type Before,
  type Choosable,
  type FillsIn,
  type GoneNote,
} from './fills.ts';

/** What is to be told of what a choice filled in, did not fill in, or took along when it went. */
export type FillsNote = { kind: 'chosen'; of: Choosable } | { kind: 'used'; of: Choosable; before: Before } | GoneNote;

export interface Fills {
  question: FillsIn;
  note: FillsNote | undefined;
  /** Somebody or something was chosen; `earlier` are the choices that stood there until now. */
  choose: (chosen: Choosable, earlier: readonly Choosable[]) => void;
  /** The choices that stood there do so no longer: something else, `now`, was typed or ticked. */
  leave: (earlier: readonly Choosable[], now: string) => void;
  /** The details of the choice in place of what was written. */
  use: () => void;
  undo: () => void;
}

/** Fills in what is known of what is chosen in one question, and keeps what has to be told of it. */
export const useFills = (pointer: string, fills: Readonly<Record<string, string>> | undefined): Fills => {
  const { filling, locked } = useTools();
  const [note, setNote] = useState<FillsNote>();
  const question: FillsIn = { pointer, fills: fills ?? {}, locked };
  return {
    question,
    note,
    choose: (chosen, earlier) => {
      take(filling, question, chosen, earlier);
      setNote({ kind: 'chosen', of: chosen });
    },
    leave: (earlier, now) => {
      if (note?.kind === 'gone' && note.name === now) {
        putBack(filling, note.before);
        setNote((told) => (told === note ? undefined : told));
        return;
      }
      const before = takeOut(filling, question, earlier);
      // What is known of an earlier choice may come late: the note is no longer the one of this drawing.
      setNote((told) => noteOfLeaving(told?.kind === 'gone' ? told : undefined, earlier, before));
    },
    use: () => {
      if (note?.kind !== 'chosen') return;
      setNote({ kind: 'used', of: note.of, before: takeAll(filling, question, note.of) });
    },
    undo: () => {
      if (note === undefined || note.kind === 'chosen') return;
      putBack(filling, note.before);
      setNote(note.kind === 'used' ? { kind: 'chosen', of: note.of } : undefined);
    },
  };
};
