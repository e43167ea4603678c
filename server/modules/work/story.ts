/** A case as one dated story: events, requests, forms, messages and the last days of its clocks. */
import type { Case } from '../../../wire/case.ts';
import type { CaseStory, StoryEntry } from '../../../wire/work.ts';
import type { Caller } from '../../platform/http/route.ts';

/** A form that was sent about a case. */
export interface StoryRequest {
  id: string;
  title: string;
  history: readonly { event: string; words: string; by: string; at: string }[];
  messages: readonly StoryMessage[];
}

/** A form that came in and opened the case. */
export interface StoryForm {
  id: string;
  title: string;
  submittedBy: string;
  at: string;
  messages: readonly StoryMessage[];
}

interface StoryMessage {
  by: string;
  at: string;
}

export interface StoryParts {
  /** Throws not-found unless it is one of the caller's teams'. */
  read: (caller: Caller, id: string) => Promise<Case>;
  /** Those that the caller may see. */
  requests: (caller: Caller, id: string) => Promise<readonly StoryRequest[]>;
  /** Undefined of one that the caller may not see, or that is gone. */
  form: (caller: Caller, id: string) => Promise<StoryForm | undefined>;
  /** The day of an instant where the council is. */
  dayOf: (at: string) => string;
}

export interface Stories {
  /** The newest first. Throws not-found unless it is one of the caller's teams'. */
  of: (caller: Caller, id: string) => Promise<CaseStory>;
}

/** What is told of a request; that somebody opened it or wrote in it is told on its own page. */
const told: readonly string[] = ['send', 're-assign', 'return', 'submit', 'retract', 'reopen', 'extend', 'expire'];

const ofCase = ({ events, clocks }: Case): StoryEntry[] => [
  ...events.map(({ id, label, about, on, by }): StoryEntry => ({
    kind: 'event',
    on,
    words: about === undefined ? label : `${label}, ${about}`,
    by,
    event: id,
  })),
  // What met or ended the others is told by its event.
  ...clocks
    .filter(({ state }) => ['running', 'soon', 'late', 'excepted', 'waiting'].includes(state))
    .map(({ label, about, dueOn, words }): StoryEntry => ({
      kind: 'clock',
      on: dueOn,
      words: `Last day: ${about === undefined ? label : `${label}, ${about}`} · ${words}`,
    })),
];

export const createStories = ({ read, requests, form, dayOf }: StoryParts): Stories => {
  const messagesOf = (
    messages: readonly StoryMessage[],
    title: string,
    about: NonNullable<StoryEntry['about']>,
  ): StoryEntry[] =>
    messages.map(({ by, at }) => ({ kind: 'message', on: dayOf(at), at, words: `${title}: message`, by, about }));

  const ofRequest = ({ id, title, history, messages }: StoryRequest): StoryEntry[] => {
    const about = { kind: 'task', id } as const;
    const steps = history.filter(({ event }) => told.includes(event));
    return [
      ...steps.map(({ words, by, at }): StoryEntry => ({
        kind: 'request',
        on: dayOf(at),
        at,
        words: `${title}: ${words}`,
        by,
        about,
      })),
      ...messagesOf(messages, title, about),
    ];
  };

  const ofForm = ({ id, title, submittedBy, at, messages }: StoryForm): StoryEntry[] => {
    const about = { kind: 'submission', id } as const;
    return [
      { kind: 'form', on: dayOf(at), at, words: `${title}: received`, by: submittedBy, about },
      ...messagesOf(messages, title, about),
    ];
  };

  return {
    of: async (caller, id) => {
      const found = await read(caller, id);
      const [sent, opened] = await Promise.all([
        requests(caller, id),
        found.openedFrom === undefined ? undefined : form(caller, found.openedFrom),
      ]);
      const entries = [...ofCase(found), ...sent.flatMap(ofRequest), ...(opened === undefined ? [] : ofForm(opened))];
      // Of one day what has a moment stands by it, and what was noted of the day before all.
      const place = ({ on, at = '' }: StoryEntry): string => `${on} ${at}`;
      const newestFirst = entries
        .toReversed()
        .toSorted((one, other) => (place(one) < place(other) ? 1 : place(one) > place(other) ? -1 : 0));
      return { case: found, entries: newestFirst };
    },
  };
};
