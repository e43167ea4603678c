import type { Pointer } from '../json.ts';

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
  link?: { form: string; carry: Pointer[] };
}
