import { createContext, useContext, useSyncExternalStore } from 'react';
import { valueAt, type JsonValue, type Pointer } from '../../engine/json.ts';
import type { Problem } from '../../engine/index.ts';
import type { Filling, FillingState } from './filling.ts';
import type { Uploads } from './uploads/uploads.ts';

/** What the questions of an open form share. */
export interface FillingTools {
  filling: Filling;
  uploads: Uploads;
  draftId: string;
  /** Address of the form, under which its pages stand. */
  address: string;
  /** Answers that cannot be changed here. */
  locked: ReadonlySet<Pointer>;
  /** The form can no longer be changed at all. */
  over: boolean;
  /** Stands before the ids of its questions, where questions of several forms are on one page. */
  idPrefix?: string;
  /** Addresses of the council's named links. */
  links: Record<string, string>;
}

export const FillingContext = createContext<FillingTools | undefined>(undefined);

export const useTools = (): FillingTools => {
  const tools = useContext(FillingContext);
  if (!tools) throw new Error('Questions are drawn inside an open form.');
  return tools;
};

/** A part of the state; draws again only when that part is another. `select` gives the same identity for the same state. */
export const useFilling = <Part>(select: (state: FillingState) => Part): Part => {
  const { filling } = useTools();
  return useSyncExternalStore(filling.subscribe, () => select(filling.state()));
};

export const useAnswer = (pointer: Pointer): JsonValue | undefined =>
  useFilling(({ answers }) => valueAt(answers, pointer));

/** What is said about the answer at this place now. */
export const useProblem = (pointer: Pointer): Problem | undefined =>
  useFilling(({ shownProblems }) => shownProblems.get(pointer));
