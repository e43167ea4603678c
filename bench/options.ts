/** What a benchmark is asked for on the command line. */
export interface BenchOptions {
  /** Of `load`, on each store. */
  minutes: number;
  /** Of `millions`; a fifth as many submissions. */
  tasks: number;
  /** Of both: on MongoDB too, with each of its figures beside that of the embedded store. */
  mongodb: boolean;
}
