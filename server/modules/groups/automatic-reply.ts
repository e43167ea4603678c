/** Out of office: what somebody who is about to send a task reads first, and whom they may send it to instead. */
import type { AutomaticReply, Recipient } from '../../../wire/task.ts';
import { today } from '../../core/clock.ts';
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import { DuplicateError } from '../../platform/storage/store.ts';
import type { Store, Stored } from '../../platform/storage/store.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';
import type { Accounts } from '../accounts/index.ts';

/** Has the id of its account. */
export interface AutomaticReplyDocument extends Stored, AutomaticReply {}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    automaticReplies: AutomaticReplyDocument;
  }
}

export type Away = NonNullable<Recipient['away']>;

export interface AutomaticReplies {
  read: (accountId: string) => Promise<AutomaticReply>;
  /** Throws request-invalid when the time ends before it begins or `instead` is nobody else with an account. */
  write: (accountId: string, reply: AutomaticReply) => Promise<AutomaticReply>;
  /** What the person says today; undefined when they are not away. */
  away: (accountId: string) => Promise<Away | undefined>;
}

const none: AutomaticReply = { on: false, text: '' };

export const createAutomaticReplies = ({
  store,
  clock,
  timeZone,
  accounts,
}: {
  store: Store;
  clock: Clock;
  timeZone: string;
  accounts: Accounts;
}): AutomaticReplies => {
  const read = async (accountId: string): Promise<AutomaticReply> => {
    const found = await store.get('automaticReplies', accountId);
    if (found === undefined) return none;
    const { on, from, to, text, instead } = found;
    return {
      on,
      text,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(instead === undefined ? {} : { instead }),
    };
  };

  const check = async (accountId: string, { from, to, instead }: AutomaticReply): Promise<void> => {
    if (from !== undefined && to !== undefined && to < from)
      throw problem('request-invalid', { errors: [{ pointer: '/to', message: 'The last day is before the first.' }] });
    if (instead === undefined) return;
    if (instead === accountId || (await accounts.get(instead)) === undefined)
      throw problem('request-invalid', {
        errors: [{ pointer: '/instead', message: 'Choose somebody else who has an account.' }],
      });
  };

  const put = async (document: Omit<AutomaticReplyDocument, keyof Omit<Stored, '_id'>>): Promise<void> => {
    await untilWritten('automaticReplies', async () => {
      const held = await store.get('automaticReplies', document._id);
      try {
        if (held === undefined) return await store.insert('automaticReplies', document);
        return (await store.replace('automaticReplies', { ...stored(held), ...document })) ?? overtaken;
      } catch (error) {
        if (error instanceof DuplicateError) return overtaken;
        throw error;
      }
    });
  };

  return {
    read,
    write: async (accountId, reply) => {
      await check(accountId, reply);
      await put({ _id: accountId, ...reply });
      return read(accountId);
    },
    away: async (accountId) => {
      const { on, from, to, text, instead } = await read(accountId);
      const day = today(clock, timeZone);
      if (!on || (from !== undefined && day < from) || (to !== undefined && day > to)) return undefined;
      const other = instead === undefined ? undefined : await accounts.get(instead);
      return {
        text,
        ...(to === undefined ? {} : { until: to }),
        ...(other === undefined
          ? {}
          : { instead: { id: other._id, name: `${other.profile.forename} ${other.profile.surname}` } }),
      };
    },
  };
};

const stored = ({ _id, revision, createdAt, updatedAt }: Stored): Stored => ({ _id, revision, createdAt, updatedAt });
