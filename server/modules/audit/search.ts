/** The audit trail as administrators look through it: newest first, by who, what, which record and day. */
import type { AuditLine } from '../../../wire/council.ts';
import { startOfDay } from '../../core/clock.ts';
import { pagesOf } from '../../platform/storage/every.ts';
import { findInAll } from '../../platform/storage/find-among.ts';
import type { Page, Store } from '../../platform/storage/store.ts';
import { wordsOfAction } from '../../platform/audit/words.ts';
import type { AuditRecord } from '../../platform/audit/entry.ts';
import { placeOf } from '../../platform/audit/links.ts';
import { tidyReference } from '../../core/reference.ts';

export interface AuditQuery {
  /** The number of a record, the reference of a submitted form or a case, or an email address: entries about it. */
  q?: string | undefined;
  action?: string | undefined;
  /** An account's number or email address, `system` or `nobody`. */
  actor?: string | undefined;
  /** ISO dates in the council's zone, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface AuditSearch {
  page: (query: AuditQuery, limit: number, after?: string) => Promise<Page<AuditLine>>;
  /** Entries about any of these records. */
  about: (records: readonly string[], limit: number, after?: string) => Promise<Page<AuditLine>>;
  /** All that the query finds, for a file. */
  lines: (query: AuditQuery) => AsyncGenerator<AuditLine>;
}

const hour = 60 * 60_000;

const dayAfter = (date: string): string => new Date(Date.parse(date) + 24 * hour).toISOString().slice(0, 10);
const lastDay = '9999-12-30';

const otherActors: Record<string, string> = { system: 'The service', nobody: 'Somebody who was not signed in' };

/** Port: what the audit trail asks of whoever keeps accounts. */
export interface ActorsKnown {
  /** Id of the account with an email address. */
  idOf: (email: string) => Promise<string | undefined>;
  /** Names by id; ids that nobody has are left out. */
  namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export const createAuditSearch = ({
  store,
  actors,
  timeZone,
}: {
  store: Store;
  actors: ActorsKnown;
  timeZone: string;
}): AuditSearch => {
  const accountNamed = async (typed: string): Promise<string> =>
    typed.includes('@') ? ((await actors.idOf(typed)) ?? typed) : typed;

  /** The records that somebody means by what they typed. */
  const subjectsOf = async (typed: string): Promise<string[]> => {
    const word = typed.trim();
    if (word.includes('@')) return [await accountNamed(word)];
    const [submission, found] = await Promise.all([
      store.findOne('submissions', { reference: { eq: tidyReference(word) } }),
      store.findOne('cases', { reference: { eq: word.toUpperCase() } }),
    ]);
    return [submission?._id ?? found?._id ?? word];
  };

  const filterOf = async ({ q, action, actor, from, to }: AuditQuery) => ({
    ...(q === undefined || q.trim() === '' ? {} : { 'subject.id': { in: await subjectsOf(q) } }),
    ...(action === undefined ? {} : { action: { eq: action } }),
    ...(actor === undefined || actor.trim() === '' ? {} : { actor: { eq: await accountNamed(actor.trim()) } }),
    ...(from === undefined && to === undefined
      ? {}
      : {
          at: {
            ...(from === undefined ? {} : { gte: startOfDay(from, timeZone) }),
            ...(to === undefined ? {} : { lt: startOfDay(dayAfter(to < lastDay ? to : lastDay), timeZone) }),
          },
        }),
  });

  const named = async (entries: readonly AuditRecord[]): Promise<AuditLine[]> => {
    const names = await actors.namesOf(entries.map(({ actor }) => actor));
    return entries.map((entry) => {
      const { at, actor, action, subject, detail } = entry;
      const { chain, number } = placeOf(entry);
      return {
        chain,
        sequence: number,
        at,
        actor,
        actorName: names.get(actor) ?? otherActors[actor] ?? 'An account that is gone',
        action,
        words: wordsOfAction(action, detail),
        subject: { kind: subject.kind, id: subject.id },
      };
    });
  };

  const sort = { path: 'at', direction: 'desc' } as const;

  const page: AuditSearch['page'] = async (query, limit, after) => {
    const filter = await filterOf(query);
    const place = after === undefined ? {} : { after };
    const { items, next } = await store.find('audit', { filter, sort, limit, ...place });
    const lines = await named(items);
    return next === undefined ? { items: lines } : { items: lines, next };
  };

  return {
    page,
    about: async (records, limit, after) => {
      const filters = records.map((id) => ({ 'subject.id': { eq: id } }));
      const { items, next } = await findInAll(store, 'audit', filters, {
        sort,
        limit,
        ...(after === undefined ? {} : { after }),
      });
      const lines = await named(items);
      return next === undefined ? { items: lines } : { items: lines, next };
    },
    lines: async function* (query) {
      for await (const found of pagesOf((after) => page(query, 500, after))) yield* found;
    },
  };
};
