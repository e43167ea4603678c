/** Cases: whom the council works for, what it holds about them, and what happened. */
import type { Case, CaseChange, CaseSummary, NewCase, Subject } from '../../../wire/case.ts';
import { type Teams, ofTeam, teamsAsked, teamsOf } from '../groups/index.ts';
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/route.ts';
import { findAmong } from '../../platform/storage/find-among.ts';
import type { Filter, Page, Query, Store } from '../../platform/storage/store.ts';
import type { CaseDocument, PersonRef } from './documents.ts';
import type { CaseEvents } from './events.ts';
import { createCaseEvents } from './events.ts';
import { knownOf } from './known.ts';
import { createCase, openedAlready } from './create.ts';
import { caseElsewhere, caseOnWire, caseSummary } from './on-wire.ts';
import { recountCases } from './recount.ts';
import { caseSearch } from './search.ts';
import type { CaseSettingsFile } from './settings.ts';
import { storedSubject, personKey } from './subject.ts';
import { openTasksOf } from './open-tasks.ts';
import { withValues } from './values.ts';
import { createCaseWriter } from './write.ts';
import type { CaseChanges } from './write.ts';
import type { Board } from './clocks/clocks-board.ts';
import type { CaseView } from './clocks/clocks.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { noteEffect } from '../../platform/effects/pending.ts';
import { every } from '../../platform/storage/every.ts';
import type { KnownValues } from '../../core/known-values.ts';
import type { Sealer } from '../../core/sealed-cursor.ts';

export interface CasesParts {
  store: Store;
  clock: Clock;
  audit: Audit;
  settings: CaseSettingsFile;
  /** By what clocks are read now. */
  view: () => Promise<CaseView>;
  board: Board;
  teams: Pick<Teams, 'get' | 'of'>;
  sealer: Sealer;
  /** Says that an effect was written. */
  kick: () => void;
  /** A form that came in for the caller's teams: which one, and on what day it came. Throws not-found for any other. */
  received: (caller: Caller, submission: string) => Promise<{ form: string; on: string }>;
  /** The name of an account that works for the council; undefined for any other. */
  officerName: (accountId: string) => Promise<string | undefined>;
  /** Notes in the audit trail that somebody was shown cases which they did not ask for. */
  shown: (caller: Caller, cases: readonly CaseDocument[]) => Promise<void>;
}

export interface Cases extends CaseEvents {
  get: (id: string) => Promise<CaseDocument | undefined>;
  /** Details used to fill in forms, by the dotted names that manifests use. */
  known: (found: CaseDocument) => KnownValues;
  /** Those of the caller's teams, by last name, or those that fit what was typed. */
  list: (
    caller: Caller,
    wanted: { q?: string; team?: string; openedFrom?: string; after?: string; limit: number },
  ) => Promise<Page<CaseSummary>>;
  /** Throws not-found unless it is one of the caller's teams'. */
  read: (caller: Caller, id: string) => Promise<CaseDocument>;
  /** Throws possible-duplicate, with those that it may be, unless `evenIf` names them all. */
  create: (caller: Caller, wanted: NewCase) => Promise<CaseDocument>;
  /** Throws conflict when `revision` is not what callers know as the newest. */
  change: (caller: Caller, id: string, revision: number, change: CaseChange) => Promise<CaseDocument>;
  onWire: (found: CaseDocument) => Promise<Case>;
  /** Those with a date of this name (such as `plan.reviewDate`) from one day to another, both counted. */
  withDate: (name: string, from: string, to: string) => AsyncGenerator<CaseDocument>;
  /** Brings the clocks of every case up to today, and to what case.json says now. Gives how many had changed. */
  recount: () => Promise<number>;
}

/** A case keeps its key while the name and the date of birth say the same; a corrected one never stands in another's way. */
const movedKey = ({ subject, personKey: held }: CaseDocument, corrected: Subject, id: string): string =>
  personKey(subject) === personKey(corrected) ? held : `${personKey(corrected)} ${id}`;

const byName: Query['sort'] = { path: 'nameKey', direction: 'asc' };
const byBirth: Query['sort'] = { path: 'subject.dateOfBirth', direction: 'asc' };

export const createCases = (parts: CasesParts): Cases => {
  const { store, clock, settings, view, teams, sealer, officerName, shown } = parts;
  const writer = createCaseWriter(parts);
  const get = (id: string): Promise<CaseDocument | undefined> => store.get('cases', id);

  const summaryOf = async (found: CaseDocument, now: CaseView): Promise<CaseSummary> =>
    caseSummary(found, await openTasksOf(store, found._id), now);

  const checkTeam = async (team: string): Promise<void> => {
    if ((await teams.get(team)) === undefined)
      throw problem('request-invalid', { errors: [{ pointer: '/team', message: 'There is no such team' }] });
  };

  const officerOf = async (id: string, team: string): Promise<PersonRef> => {
    const name = (await teams.of(id)).includes(team) ? await officerName(id) : undefined;
    if (name === undefined)
      throw problem('request-invalid', { errors: [{ pointer: '/officer', message: 'Choose somebody of this team' }] });
    return { id, name };
  };

  /** Whose case it is after a change: nobody's, when it goes to a team that its officer does not work for. */
  const officerAfter = async (
    { officer }: CaseDocument,
    wanted: string | null | undefined,
    team: string,
  ): Promise<PersonRef | undefined> => {
    if (typeof wanted === 'string') return officerOf(wanted, team);
    if (wanted === null || officer === undefined) return undefined;
    return (await teams.of(officer.id)).includes(team) ? officer : undefined;
  };

  /** What is noted of the form that opens a case. Throws not-found for a form that is not the caller's teams', request-invalid when it opened one already. */
  const openingOf = async (
    caller: Caller,
    submission: string | undefined,
  ): Promise<Pick<CaseDocument, 'events' | 'openedFrom'>> => {
    if (submission === undefined) return { events: [] };
    const { form, on } = await parts.received(caller, submission);
    if ((await store.count('cases', { openedFrom: { eq: submission } })) > 0) throw openedAlready();
    const event = settings.current().openedBy?.find((each) => each.form === form)?.event;
    const by = { id: caller.accountId, name: caller.name };
    return { openedFrom: submission, events: event === undefined ? [] : [{ id: newId(), name: event, on, by }] };
  };

  const read: Cases['read'] = async (caller, id) => ofTeam(await get(id), await teamsOf(teams, caller));

  return {
    ...createCaseEvents(writer, settings),
    get,
    read,
    known: (found) => knownOf(found, settings.current()),

    list: async (caller, { q = '', team, openedFrom, after, limit }) => {
      const wanted = teamsAsked(await teamsOf(teams, caller), team);
      const filter: Filter = {
        ...caseSearch(q, settings.current()),
        ...(openedFrom === undefined ? {} : { openedFrom: { eq: openedFrom } }),
      };
      const query: Query = {
        filter,
        // Of those born on one day there are few: found by the day's own index, whatever order the names would give.
        sort: filter['subject.dateOfBirth'] === undefined ? byName : byBirth,
        limit,
        ...(after === undefined ? {} : { after: sealer.open(after) }),
      };
      const { items, next } =
        wanted === undefined
          ? await store.find('cases', query)
          : await findAmong(store, 'cases', 'team', wanted, query);
      const now = await view();
      const summaries = await Promise.all(items.map((found) => summaryOf(found, now)));
      return next === undefined ? { items: summaries } : { items: summaries, next: sealer.seal(next) };
    },

    create: async (caller, wanted) => {
      const mine = await teamsOf(teams, caller);
      await checkTeam(wanted.team);
      if (mine?.includes(wanted.team) === false)
        throw problem('request-invalid', { errors: [{ pointer: '/team', message: 'Choose one of your teams' }] });
      const officer = wanted.officer === undefined ? undefined : await officerOf(wanted.officer, wanted.team);
      const opening = await openingOf(caller, wanted.openedFrom);
      return createCase(parts, caller, wanted, officer, opening, async (like) => {
        const now = await view();
        const candidates = await Promise.all(
          like.map((found) =>
            mine?.includes(found.team) === false ? Promise.resolve(caseElsewhere(found)) : summaryOf(found, now),
          ),
        );
        await shown(caller, like);
        throw problem('possible-duplicate', { candidates });
      });
    },

    change: async (caller, id, revision, wanted) => {
      const found = await read(caller, id);
      const team = wanted.team ?? found.team;
      if (team !== found.team) await checkTeam(team);
      const officer = await officerAfter(found, wanted.officer, team);
      const subject = wanted.subject && storedSubject(wanted.subject, settings.current(), (await view()).today);
      const values = wanted.values;
      const make = (before: CaseDocument): CaseChanges => ({
        team,
        officer: officer ?? null,
        ...(wanted.addressKept === undefined ? {} : { addressKept: wanted.addressKept }),
        ...(subject === undefined ? {} : { subject, personKey: movedKey(before, subject, id) }),
        ...(values === undefined ? {} : { values: withValues(before.values, values, settings.current()) }),
      });
      const entry = { actor: caller.accountId, action: 'case-changed', subject: { kind: 'case', id } } as const;
      return writer.change(id, make, noteEffect(entry, clock.now()), revision);
    },

    onWire: async (found) => caseOnWire(found, await openTasksOf(store, found._id), await view()),

    withDate: (name, from, to) =>
      every(store, 'cases', {
        filter: { dateKeys: { gte: `${name}=${from}`, lte: `${name}=${to}` } },
        sort: { path: '_id', direction: 'asc' },
      }),

    recount: () => recountCases(parts),
  };
};
