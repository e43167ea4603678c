/** Messages between people and the council, at a task or a submitted form. Mails only ever say that there is one. */
import { instantAfter } from '../../../engine/index.ts';
import type { JsonValue } from '../../../engine/json.ts';
import type { Message, UnreadThreads } from '../../../wire/task.ts';
import type { Clock } from '../../core/clock.ts';
import type { Effect, WithEffects } from '../../platform/effects/effect.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { effectsChange, mailEffect, noteEffect, withEffects } from '../../platform/effects/pending.ts';
import { problem } from '../../core/errors.ts';
import type { Caller } from '../../platform/http/route.ts';
import { every } from '../../platform/storage/every.ts';
import { DuplicateError, type Store, type Stored } from '../../platform/storage/store.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { newId } from '../../core/ids.ts';
import { type ShowParts, showLonger } from '../submissions/index.ts';
import { placeFor, worksIn, type PlaceParts, type ThreadKind, type ThreadPlace } from './place.ts';

export interface MessageRecord {
  id: string;
  by: { id: string; name: string };
  council: boolean;
  at: string;
  text: string;
}

/** All messages at one task or submission; `_id` is made of both. */
export interface ThreadDocument extends Stored, WithEffects {
  kind: ThreadKind;
  about: string;
  messages: MessageRecord[];
  lastAt: string;
  /** Accounts that have not seen all of it, and `team:<id>` while no officer of the team has. */
  unreadFor: string[];
  /** Accounts that wrote in it. */
  writers: string[];
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    threads: ThreadDocument;
  }
}

export interface ThreadsParts extends PlaceParts, ShowParts {
  store: Store;
  clock: Clock;
  audit: Audit;
  /** Says that an effect was written. */
  kick: () => void;
}

export interface Threads {
  /** Marks them as read. Throws what `placeFor` throws. */
  read: (caller: Caller, kind: ThreadKind, id: string) => Promise<Message[]>;
  /** Throws what `placeFor` throws, or too-large when the thread is full. */
  write: (caller: Caller, kind: ThreadKind, id: string, text: string) => Promise<Message>;
  /** Threads with messages that the caller, or nobody of the caller's teams, has seen. */
  unread: (caller: Caller) => Promise<UnreadThreads>;
  /** The messages that an account wrote. */
  writtenBy: (accountId: string) => AsyncIterable<JsonValue>;
}

const collection = 'threads';
const mostMessages = 400;
const mostUnread = 100;
/** The same words from the same person within this time are one message that was sent twice. */
const repeatMs = 60_000;
/** What nobody looked at for so long is no longer shown to people either. */
const unreadDays = 30;

const threadId = (kind: ThreadKind, id: string): string => `${kind}.${id}`;
const teamMark = (team: string): string => `team:${team}`;

const onWire = ({ id, by, council, at, text }: MessageRecord, { accountId }: Caller): Message => ({
  id,
  by,
  council,
  at,
  text,
  mine: by.id === accountId,
});

export const createThreads = (parts: ThreadsParts): Threads => {
  const { store, clock, teams, audit, kick } = parts;
  const find = (kind: ThreadKind, id: string) => store.get(collection, threadId(kind, id));

  const looked = ({ accountId }: Caller, kind: ThreadKind, id: string) =>
    audit.append({ actor: accountId, action: 'messages-read', subject: { kind, id } });

  /** What the caller's look takes off the list of those who have not seen it. */
  const marksOf = async (caller: Caller, { council, team }: ThreadPlace): Promise<string[]> => {
    const found = council ? await teams.get(team) : undefined;
    return found !== undefined && worksIn(caller, found) ? [caller.accountId, teamMark(team)] : [caller.accountId];
  };

  const markRead = async (kind: ThreadKind, id: string, marks: readonly string[]): Promise<void> => {
    await untilWritten(collection, async () => {
      const thread = await find(kind, id);
      if (thread === undefined || !thread.unreadFor.some((mark) => marks.includes(mark))) return undefined;
      const unreadFor = thread.unreadFor.filter((mark) => !marks.includes(mark));
      const filter = { _id: { eq: thread._id }, revision: { eq: thread.revision } };
      return (await store.patch(collection, filter, { set: { unreadFor } })) ?? overtaken;
    });
  };

  /** Whoever is concerned and did not write this message. */
  const addressees = (caller: Caller, place: ThreadPlace): { people: string[]; team: boolean } => ({
    people: [...new Set(place.people)].filter((id) => id !== caller.accountId),
    team: !place.council,
  });

  const mails = (caller: Caller, place: ThreadPlace): Effect[] => {
    const to = addressees(caller, place);
    const { team, paths } = place;
    const mail = (path: string, address: { account: string } | { team: string }): Effect =>
      mailEffect('message', address, { link: 'Read the message', path }, clock.now());
    return [
      ...to.people.map((account) => mail(paths.people, { account })),
      ...(to.team ? [mail(paths.council, { team })] : []),
    ];
  };

  const add = async (caller: Caller, place: ThreadPlace, message: MessageRecord): Promise<MessageRecord> => {
    const { kind, id } = place;
    const to = addressees(caller, place);
    const marks = [...to.people, ...(to.team ? [teamMark(place.team)] : [])];
    const entry = { actor: caller.accountId, action: 'message-written', subject: { kind, id } } as const;
    const effects = [noteEffect(entry, clock.now()), ...mails(caller, place)];
    return untilWritten(collection, async () => {
      const thread = await find(kind, id);
      if (thread === undefined) {
        try {
          const made = await store.insert(collection, {
            _id: threadId(kind, id),
            kind,
            about: id,
            messages: [message],
            lastAt: message.at,
            unreadFor: marks,
            writers: [caller.accountId],
            ...withEffects(effects),
          });
          await writeNotes(parts, collection, made);
          return message;
        } catch (error) {
          if (error instanceof DuplicateError) return overtaken;
          throw error;
        }
      }
      const last = thread.messages.at(-1);
      if (last?.by.id === caller.accountId && last.text === message.text)
        if (Date.parse(message.at) - Date.parse(last.at) < repeatMs) return last;
      if (thread.messages.length >= mostMessages)
        throw problem('too-large', {
          detail: `No more than ${mostMessages} messages are kept here. Please ring or write to the team instead.`,
        });
      const all = [...thread.effects, ...effects];
      const change = {
        set: {
          lastAt: message.at,
          unreadFor: [...new Set([...thread.unreadFor, ...marks])],
          writers: [...new Set([...thread.writers, caller.accountId])],
        },
        push: { messages: { ...message } },
      };
      const filter = { _id: { eq: thread._id }, revision: { eq: thread.revision } };
      if ((await store.patch(collection, filter, effectsChange(all, change))) === undefined) return overtaken;
      await writeNotes(parts, collection, { _id: thread._id, effects: all });
      return message;
    });
  };

  return {
    read: async (caller, kind, id) => {
      const place = await placeFor(parts, caller, kind, id);
      const thread = await find(kind, id);
      if (thread === undefined) return [];
      if (place.council) await looked(caller, kind, id);
      await markRead(kind, id, await marksOf(caller, place));
      return thread.messages.map((message) => onWire(message, caller));
    },

    write: async (caller, kind, id, text) => {
      const place = await placeFor(parts, caller, kind, id);
      if (place.council && place.submission !== undefined) await showLonger(parts, place.submission);
      const by = { id: caller.accountId, name: caller.name };
      const wanted = { id: newId(), by, council: place.council, at: clock.now().toISOString(), text: text.trim() };
      const message = await add(caller, place, wanted);
      kick();
      return onWire(message, caller);
    },

    unread: async (caller) => {
      const { accountId, role } = caller;
      const own = role === 'applicant' ? [] : (await teams.list()).filter((team) => worksIn(caller, team));
      const marks = [accountId, ...own.map(({ _id }) => teamMark(_id))];
      const { items } = await store.find(collection, {
        filter: { unreadFor: { in: marks } },
        sort: { path: '_id', direction: 'asc' },
        limit: mostUnread,
      });
      const now = clock.now().toISOString();
      const shown = items.filter(({ lastAt }) => role !== 'applicant' || instantAfter(lastAt, unreadDays) > now);
      return { count: shown.length, items: shown.map(({ kind, about, lastAt }) => ({ kind, id: about, at: lastAt })) };
    },

    writtenBy: async function* (accountId) {
      const filter = { writers: { eq: accountId } };
      const query = { filter, sort: { path: '_id', direction: 'asc' }, atOnce: 1 } as const;
      for await (const { kind, about, messages } of every(store, collection, query))
        for (const { by, at, text } of messages) if (by.id === accountId) yield { [kind]: about, at, text };
    },
  };
};
