/** Ports: what HTTP asks of whoever knows people and programs by what their requests carry. The portal plugs them in. */
import type { Caller } from './route.ts';

/** Somebody who signed in with a browser. */
export interface Session {
  caller: Caller;
  /** ISO times. */
  idleEndsAt: string;
  endsAt: string;
}

export interface SessionsByToken {
  /** The session of a token, if it is known and not over. */
  read: (token: string) => Promise<Session | undefined>;
  /** Puts off the idle end; gives the end as an ISO time. */
  touch: (session: Session) => string;
}

export interface CallersByKey {
  /** In whose name a request with this key is made; undefined when it is none or is over. */
  callerOf: (key: string) => Promise<Caller | undefined>;
}
