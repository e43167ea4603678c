/**
 * The board: every running clock of every case by its due date. It follows the cases: each change of a case leaves the work that
 * writes its clocks here, and that may be done twice or late without harm.
 */
import { searchKey } from '../../../../engine/index.ts';
import type { BoardRow } from '../../../../wire/case.ts';
import { sha256 } from '../../../core/ids.ts';
import type { Filter, Page, Query, Store, Stored } from '../../../platform/storage/store.ts';
import { DuplicateError } from '../../../platform/storage/store.ts';
import { listOf } from '../../../platform/storage/every.ts';
import { countAmong, findAmong } from '../../../platform/storage/find-among.ts';
import { overtaken, untilWritten } from '../../../platform/storage/until-written.ts';
import type { CaseDocument, Run } from '../documents.ts';
import { clocksOf, isRunning, storedRun } from './clocks.ts';
import type { CaseView, RunningClock } from './clocks.ts';

/** One clock of one case, `<case>.<clock>` or `<case>.<clock>.<digest of what it is about>`. Without `team` and `dueOn` it does not run (any longer) and no list finds it. */
export interface ClockDocument extends Stored {
  case: string;
  clock: string;
  /** The revision of the case that it was written from: an older one never overwrites a newer one. */
  caseRevision: number;
  team?: string;
  dueOn?: string;
  /** From this day on it is soon. */
  soonOn?: string;
  /** It is past its day, and an exception lifts the duty. */
  stopped: boolean;
  /** It is the duty or the time of others. */
  others?: boolean;
  officer?: string;
}

declare module '../../../platform/storage/store.ts' {
  interface Collections {
    clocks: ClockDocument;
  }
}

export interface BoardWanted {
  /** Teams of which clocks are shown; undefined for all there are. */
  teams?: readonly string[];
  /** `late` and `soon`: what the council owes itself; `others`: what others have not done in their time. */
  state?: 'late' | 'soon' | 'others' | 'running' | 'excepted';
  clock?: string;
  officer?: string;
}

export interface Board {
  /** Brings the board up to a case. */
  write: (caseId: string) => Promise<void>;
  /** The most urgent first. */
  rows: (wanted: BoardWanted, limit: number, after?: string) => Promise<Page<BoardRow>>;
  /** How many clocks are in a state. */
  count: (wanted: Pick<BoardWanted, 'teams' | 'officer'>, state: 'late' | 'soon' | 'others') => Promise<number>;
}

const clockId = (caseId: string, { clock, key }: Pick<Run, 'clock' | 'key'>): string =>
  key === undefined ? `${caseId}.${clock}` : `${caseId}.${clock}.${key}`;

/** Before 0.3.0 was out, ids ended so in a digest without a key, which whoever has a list of names can make too. */
const isEarlier = (id: string): boolean => /\..+\.[0-9a-f]{16}$/.test(id);
const earlierId = (caseId: string, { run, about }: RunningClock): string =>
  about === undefined ? clockId(caseId, run) : `${caseId}.${run.clock}.${sha256(searchKey(about)).slice(0, 16)}`;

const sort: Query['sort'] = { path: 'dueOn', direction: 'asc' };

const dueWhen = (state: BoardWanted['state'], today: string): Filter => {
  switch (state) {
    case 'late':
      return { dueOn: { lt: today }, stopped: { eq: false }, others: { eq: null } };
    case 'others':
      return { dueOn: { lt: today }, stopped: { eq: false }, others: { eq: true } };
    case 'soon':
      return { dueOn: { gte: today }, soonOn: { lte: today }, stopped: { eq: false }, others: { eq: null } };
    case 'running':
      return { dueOn: { gte: today }, soonOn: { gt: today }, stopped: { eq: false } };
    case 'excepted':
      return { dueOn: { gte: '' }, stopped: { eq: true } };
    case undefined:
      return { dueOn: { gte: '' } };
  }
};

export const createBoard = ({ store, view }: { store: Store; view: () => Promise<CaseView> }): Board => {
  /** `held`: the clock as it was read with the others; read again when it has changed since. */
  const put = async (
    found: CaseDocument,
    _id: string,
    run: Run | undefined,
    held: ClockDocument | undefined,
  ): Promise<void> => {
    const shown = run !== undefined && isRunning(run) ? run : undefined;
    const content = {
      case: found._id,
      clock: run?.clock ?? held?.clock ?? '',
      caseRevision: found.revision,
      stopped: shown?.stopped ?? false,
      ...(shown === undefined ? {} : { team: found.team, dueOn: shown.dueOn }),
      ...(shown?.soonOn === undefined ? {} : { soonOn: shown.soonOn }),
      ...(shown?.others === true ? { others: true } : {}),
      ...(shown === undefined || found.officer === undefined ? {} : { officer: found.officer.id }),
    };
    let present = held;
    await untilWritten('clocks', async () => {
      if (present === undefined && shown === undefined) return undefined;
      if (present !== undefined && present.caseRevision >= found.revision) return undefined;
      try {
        if (present === undefined) return await store.insert('clocks', { _id, ...content });
        const { revision, createdAt, updatedAt } = present;
        const written = await store.replace('clocks', { _id, revision, createdAt, updatedAt, ...content });
        if (written !== undefined) return written;
      } catch (error) {
        if (!(error instanceof DuplicateError)) throw error;
      }
      present = await store.get('clocks', _id);
      return overtaken;
    });
  };

  const page = (wanted: BoardWanted, today: string, limit: number, after?: string): Promise<Page<ClockDocument>> => {
    const { teams, state, clock, officer } = wanted;
    const filter: Filter = {
      ...dueWhen(state, today),
      ...(clock === undefined ? {} : { clock: { eq: clock } }),
      ...(officer === undefined ? {} : { officer: { eq: officer } }),
    };
    const query: Query = { filter, sort, limit, ...(after === undefined ? {} : { after }) };
    return teams === undefined ? store.find('clocks', query) : findAmong(store, 'clocks', 'team', teams, query);
  };

  return {
    write: async (caseId) => {
      const found = await store.get('cases', caseId);
      if (found === undefined) return;
      const filter = { case: { eq: caseId } };
      const present = await listOf(store, 'clocks', { filter, sort: { path: '_id', direction: 'asc' } });
      const held = new Map(present.filter(({ _id }) => !isEarlier(_id)).map((clock) => [clock._id, clock]));
      const now = await view();
      const stored = clocksOf(found, now).map((clock) => storedRun(caseId, clock, now));
      const runs = new Map(stored.map((run) => [clockId(caseId, run), run]));
      const ids = new Set([...held.keys(), ...runs.keys()]);
      await Promise.all([...ids].map((id) => put(found, id, runs.get(id), held.get(id))));
      for (const { _id } of present) if (isEarlier(_id)) await store.delete('clocks', { _id: { eq: _id } });
    },

    rows: async (wanted, limit, after) => {
      const now = await view();
      const { items, next } = await page(wanted, now.today, limit, after);
      const ids = [...new Set(items.map((item) => item.case))];
      const cases = await store.find('cases', {
        filter: { _id: { in: ids } },
        sort: { path: '_id', direction: 'asc' },
        limit: Math.max(1, ids.length),
      });
      const clocks = new Map(
        cases.items.flatMap((found) =>
          clocksOf(found, now).flatMap((clock) => {
            const { run, reading } = clock;
            if (reading === undefined || !isRunning(run)) return [];
            const ids = [clockId(found._id, storedRun(found._id, clock, now)), earlierId(found._id, clock)];
            return ids.map((id) => [id, { found, reading }] as const);
          }),
        ),
      );
      const rows = items.flatMap(({ _id, case: id }): BoardRow[] => {
        const clock = clocks.get(_id);
        if (clock === undefined) return [];
        const { reference, subject, team, officer } = clock.found;
        // It may have gone to another team a moment ago.
        if (wanted.teams?.includes(team) === false) return [];
        // One that stands still is due a day later every day, and this may be the hour before that was written.
        const isPast = wanted.state === 'late' || wanted.state === 'others';
        if (isPast && clock.reading.state !== 'late') return [];
        return [
          {
            case: id,
            reference,
            subject: `${subject.firstName} ${subject.lastName}`,
            dateOfBirth: subject.dateOfBirth,
            team,
            ...(officer === undefined ? {} : { officer: officer.name }),
            clock: clock.reading,
          },
        ];
      });
      return next === undefined ? { items: rows } : { items: rows, next };
    },

    count: async ({ teams, officer }, state) => {
      const filter: Filter = {
        ...dueWhen(state, (await view()).today),
        ...(officer === undefined ? {} : { officer: { eq: officer } }),
      };
      return countAmong(store, 'clocks', 'team', teams, filter);
    },
  };
};
