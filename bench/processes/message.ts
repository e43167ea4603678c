/** What the processes under measurement say to the one that measures. */
export interface Ready {
  url: string;
  /** Of people who are signed in. */
  cookies: string[];
}

/** Answers the message `usage`. */
export interface Usage {
  /** Megabytes resident now. */
  resident: number;
  /** The most that were ever resident. */
  peak: number;
  /** Milliseconds that the event loop was held at most, in 99 of 100 cases, since the last answer. */
  held: number;
}
