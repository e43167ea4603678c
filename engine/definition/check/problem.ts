import type { Pointer } from '../../json.ts';

export type Severity = 'error' | 'warning';

/** Something wrong with a form package, in words for the person who writes it. */
export interface DefinitionProblem {
  /** Path inside the package, such as `ui.json`. */
  file: string;
  /** The place in that file. */
  pointer: Pointer;
  /** 1-based; columns count UTF-16 units. */
  line: number;
  column: number;
  /** Id of the rule that found it. */
  rule: string;
  /** An error keeps a version from being published; a warning does not. */
  severity: Severity;
  message: string;
  /** How to fix it. */
  hint: string;
}

/** What a rule finds; the place is turned into line and column by whoever ran the rule. */
export interface Finding {
  file: string;
  /** In the file as it is with its blocks in their places, or `shared/<name>.json#/…` in a block. */
  pointer: Pointer;
  message: string;
  /** Better advice than the rule's own, where there is any. */
  hint?: string;
  /** Offset in the text, where a pointer cannot tell two places apart. */
  offset?: number;
}
