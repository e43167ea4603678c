/** Retention by hand: what the service does by itself every hour. */
import type { RetainReport } from '../../server/modules/retention/index.ts';
import type { Services } from '../../server/composition/services.ts';
import { refuseDoubtedClock } from './trusted.ts';

/** Rejects where the council has no retention schedule that can be used, or the clock is in doubt. */
export const retained = async (services: Services, dryRun: boolean): Promise<RetainReport> => {
  await refuseDoubtedClock(services);
  const { retain, retainSchedule } = services;
  const report = await retain.run({ dryRun });
  if (report !== undefined) return report;
  const problems = retainSchedule.problems();
  throw new Error(
    problems.length === 0
      ? 'There is no retention.json in the council’s folder: nothing is ever removed.'
      : problems.join(' '),
  );
};

/** The report in words, a line for each rule. */
export const retainedWords = ({ day, removed, held, waiting }: RetainReport, dryRun: boolean): string =>
  [
    `${dryRun ? 'Would go' : 'Went'} on ${day}:`,
    ...removed.map(({ kind, rule, count, parts }) => `  ${kind}: ${count} (${parts} records in all), by ${rule}`),
    ...(removed.length === 0 ? ['  nothing'] : []),
    `Due and held by a case: ${held}. Due and waiting for something to be done: ${waiting}.`,
    ...(dryRun ? ['Nothing was removed: this was a dry run.'] : []),
  ].join('\n');
