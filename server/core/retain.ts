/** When retention looks at a record next, as it lies in the record. */
export interface Retain {
  /** ISO date; empty until it was looked at for the first time. */
  until: string;
  /** Digest of the rules by which that day was worked out: others ask for another look. Empty: none yet. */
  rules: string;
  /** It is being removed, and nothing can be done with it any more. */
  going?: boolean;
}

export const unseen: Retain = { until: '', rules: '' };
