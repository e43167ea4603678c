/**
 * Removes what the retention schedule ends, a record at a time with all that hangs on it. Each record holds the day on which it is looked at next;
 * on that day it is judged again, so that only what is due by the rules of today goes. What breaks off is found again and finished.
 */
import type { Logger } from 'pino';
import { dayOf, today, type Clock } from '../../core/clock.ts';
import type { Blobs } from '../../platform/storage/blobs.ts';
import type { Store } from '../../platform/storage/store.ts';
import { onlyOnce, type Audit, type AuditEntry } from '../../platform/audit/entry.ts';
import { noteEffect } from '../../platform/effects/pending.ts';
import { removeNoted } from '../../platform/effects/removal.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { eraseParts, type ErasedPart } from './erasing.ts';
import { every } from '../../platform/storage/every.ts';
import { entriesBefore, shortenAudit } from './audit.ts';
import { isCaseHeld, isSubmissionHeld } from './hold.ts';
import type { JudgeParts } from './judge.ts';
import { kinds, type Found, type Kind } from './kinds.ts';
import { keptUntil, ruleWords, yearsAfter } from './rule.ts';
import type { RetainSchedule } from './schedule.ts';
import type { ThreadDocument } from '../messages/index.ts';

export interface RetainReport {
  /** ISO date in the council's zone. */
  day: string;
  /** Records by the rule that ended them; `parts` counts what hung on them too. */
  removed: { kind: string; rule: string; count: number; parts: number }[];
  /** Due, and kept because somebody asked for the case to be kept. */
  held: number;
  /** Due, and something is to be done first: a task is open, a mail waits to be sent, an account has a role. */
  waiting: number;
  /** There was more to do than one run does. */
  more: boolean;
}

export interface RetainRun {
  /** Looks at `most` records at most. Undefined where the council has no schedule that can be used. */
  run: (options?: { dryRun?: boolean; most?: number }) => Promise<RetainReport | undefined>;
  /** For the clock: some of it, told in the log and the audit trail. Gives how many records went. */
  job: () => Promise<number>;
}

export interface RetainParts {
  store: Store;
  blobs: Pick<Blobs, 'delete'>;
  clock: Clock;
  log: Logger;
  timeZone: string;
  catalogue: Pick<Catalogue, 'formVersion'>;
  audit: Audit;
  schedule: RetainSchedule;
}

const mostOfJob = 2000;

const entryOf = (kind: string, id: string, rule: string, parts: number): AuditEntry => ({
  actor: 'system',
  action: 'record-removed',
  subject: { kind, id },
  detail: { rule, parts },
});

/** One run over all kinds. */
const createPass = (given: RetainParts, judging: JudgeParts, rules: string, dryRun: boolean, most: number) => {
  const { store, clock, audit } = given;
  const day = today(given.clock, given.timeZone);
  const report: RetainReport = { day, removed: [], held: 0, waiting: 0, more: false };
  /** Ids of what was looked at, and of what went. */
  const seen = new Set<string>();
  let left = most;

  const room = (): boolean => {
    if (left <= 0) report.more = true;
    left -= 1;
    return left >= 0;
  };

  const counted = (kind: string, rule: string, count: number, parts: number): void => {
    const line = report.removed.find((each) => each.kind === kind && each.rule === rule);
    if (line === undefined) report.removed.push({ kind, rule, count, parts });
    else [line.count, line.parts] = [line.count + count, line.parts + parts];
  };

  /** Written before the first part goes, and once, however often it breaks off. */
  const note = async (kind: string, id: string, rule: string, parts: number): Promise<void> => {
    const filter = { 'subject.id': { eq: id }, action: { eq: 'record-removed' } };
    // A release before 0.3.0 may have begun it.
    if ((await store.findOne('audit', filter)) !== undefined) return;
    await audit.write(onlyOnce(entryOf(kind, id, rule, parts), clock.now()));
  };

  const noted: Record<string, string> = { tasks: 'task', submissions: 'submission' };

  const remove = async ({ kind, collection }: Kind, found: Found, rule: string, parts: ErasedPart[]): Promise<void> => {
    if (!dryRun) {
      const asJudged = { _id: { eq: found.id }, revision: { eq: found.revision } };
      if ((await store.patch(collection, asJudged, { set: { 'retain.going': true } })) === undefined) return;
      await note(kind, found.id, rule, parts.length);
      for (const part of parts) {
        const hanging = part.id === found.id ? undefined : noted[part.collection];
        if (hanging !== undefined) await note(hanging, part.id, rule, 1);
      }
      await eraseParts(given, parts);
    }
    for (const { id } of parts) seen.add(id);
    counted(kind, rule, 1, parts.length);
  };

  const consider = async (kind: Kind, found: Found): Promise<void> => {
    if (seen.has(found.id)) return;
    seen.add(found.id);
    const { until, rule, waits } = await found.judge();
    if (!dryRun) {
      const asJudged = { _id: { eq: found.id }, revision: { eq: found.revision } };
      const revision = await store.patch(kind.collection, asJudged, {
        set: { 'retain.until': until, 'retain.rules': rules },
      });
      // Somebody changed it in this moment: the next run judges it as it is then.
      if (revision === undefined) return;
      found.revision = revision;
    }
    if (until > day) return;
    if (await found.held()) report.held += 1;
    else if (waits) report.waiting += 1;
    else {
      const parts = await found.parts();
      if (parts === undefined) report.waiting += 1;
      else await remove(kind, found, rule, parts);
    }
  };

  const records = async (kind: Kind): Promise<void> => {
    const looks = [
      { filter: { 'retain.rules': { lt: rules } }, path: 'retain.rules' },
      { filter: { 'retain.rules': { gt: rules } }, path: 'retain.rules' },
      { filter: { 'retain.until': { lte: day }, 'retain.rules': { eq: rules } }, path: 'retain.until' },
    ];
    for (const { filter, path } of looks)
      for await (const found of kind.find(judging, filter, path)) {
        if (!room()) return;
        await consider(kind, found);
      }
  };

  const isThreadHeld = async ({ kind, about }: ThreadDocument): Promise<boolean> => {
    if (kind === 'task') return isCaseHeld(store, (await store.get('tasks', about))?.case);
    const submission = await store.get('submissions', about);
    return submission !== undefined && (await isSubmissionHeld(store, submission));
  };

  const messages = async (years: number): Promise<void> => {
    const rule = `messages: ${ruleWords({ years })}`;
    const filter = { lastAt: { lt: `${yearsAfter(day, -years)}T24` } };
    for await (const thread of every(store, 'threads', {
      filter,
      sort: { path: 'lastAt', direction: 'asc' },
    })) {
      if (!room()) return;
      if (seen.has(thread._id) || keptUntil({ years }, dayOf(thread.lastAt, given.timeZone), undefined) > day) continue;
      if (thread.effectsDue !== undefined) report.waiting += 1;
      else if (await isThreadHeld(thread)) report.held += 1;
      else {
        if (!dryRun) {
          const wanted = { collection: 'threads' as const, documents: [thread], only: { revision: thread.revision } };
          const noted = noteEffect(entryOf('messages', thread._id, rule, 1), clock.now());
          if (!(await removeNoted(given, wanted, noted))) continue;
        }
        counted('messages', rule, 1, 1);
      }
    }
  };

  const trail = async (years: number): Promise<void> => {
    const rule = `audit: ${ruleWords({ years })}`;
    const before = `${yearsAfter(day, -years)}T00:00:00.000Z`;
    const count = dryRun ? await entriesBefore(store, before) : await shortenAudit(given, before, rule, left);
    if (count > 0) counted('audit', rule, count, count);
  };

  return async (): Promise<RetainReport> => {
    for (const kind of kinds) await records(kind);
    const { messages: kept, audit: trailKept } = judging.schedule;
    if (kept !== undefined) await messages(kept.years);
    if (trailKept !== undefined) await trail(trailKept.years);
    return report;
  };
};

export const createRetainRun = (given: RetainParts): RetainRun => {
  const { store, catalogue, timeZone, audit, log, schedule } = given;
  const run: RetainRun['run'] = async ({ dryRun = false, most = Number.MAX_SAFE_INTEGER } = {}) => {
    const current = schedule.current();
    if (current === undefined) return undefined;
    const judging = { store, catalogue, timeZone, schedule: current.schedule };
    return createPass(given, judging, current.rules, dryRun, most)();
  };
  return {
    run,
    job: async () => {
      const report = await run({ most: mostOfJob });
      if (report === undefined) return 0;
      const { day, removed, held, waiting, more } = report;
      const count = removed.reduce((sum, line) => sum + line.count, 0);
      if (count === 0) return 0;
      log.info({ removed, held, waiting, more }, 'retention');
      const byRule = removed.map(({ rule, count: ofRule }): [string, number] => [rule, ofRule]);
      await audit.append({
        actor: 'system',
        action: 'retention-done',
        subject: { kind: 'retention', id: day },
        detail: { ...Object.fromEntries(byRule), count, held, waiting },
      });
      return count;
    },
  };
};
