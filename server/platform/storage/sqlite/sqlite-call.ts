/** What crosses between the store and its worker threads: SQL with its values there, rows or a failure back. */

/** A bigint is written as a whole number; a number as it is. */
export type Cell = string | number | bigint | null;

export interface Sql {
  sql: string;
  cells: Cell[];
}

export interface Call extends Sql {
  id: number;
}

/** `duplicate` carries the paths of the unique index; `unavailable` and `refused` a sentence. */
export interface Failure {
  kind: 'duplicate' | 'unavailable' | 'refused';
  message: string;
}

export type Answer = { id: number; rows: Cell[][] } | { id: number; failure: Failure };

export interface WorkerSettings {
  file: string;
  /** `write` puts all waiting calls under one commit; `read` takes no lock at all. */
  mode: 'read' | 'write';
}
