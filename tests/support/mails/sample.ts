/** What a mail of the service promises, by the name of its template and what happened. */
import type { SignedIn } from '../portal.ts';
import type { MailBank } from './portal.ts';

/** One link of a mail, and what must be there when it is opened. */
export interface Promised {
  /** The link's words. */
  words: string;
  heading: string;
  /** Words or names of controls that the person finds on the page. */
  finds?: readonly string[];
  /** The page is the person's own: they are asked to sign in first, and come back to it. */
  own?: boolean;
}

export interface MailSample {
  /** The address to which it went; it is the newest mail there. */
  to: string;
  /** Who opens it; a team's mail is opened by one of its officers. Only for what is somebody's own. */
  reader?: SignedIn;
  links: readonly Promised[];
}

/** Makes the thing happen of which the mail tells. */
export type MakeSample = (bank: MailBank) => Promise<readonly MailSample[]>;
