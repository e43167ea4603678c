import type { Pointer } from '../json.ts';

/** Who is told: the person who fills the form in, or the council, which is told all. */
export type Reader = 'person' | 'council';

/** Something wrong with an answer, in words for the person who gave it. */
export interface Problem {
  /** The answer, or the place where one is missing. */
  pointer: Pointer;
  page: string;
  /** The question's label. */
  label: string;
  /** A JSON Schema keyword, or `check:<id>`. */
  keyword: string;
  message: string;
  /** An error blocks submitting; a warning must be read and may be passed. */
  level: 'error' | 'warning';
  /** Only the council is told. */
  for?: 'council';
  link?: { form: string; carry: Pointer[] };
  /** Of the last of a list that would be too long: so many more problems are not listed. */
  more?: number;
}

/** A problem that is put in words only when it is listed. */
export interface Finding extends Omit<Problem, 'message'> {
  word: () => string;
}
