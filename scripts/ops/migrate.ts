/** Migrations by hand: what the service does by itself once it serves. */
import { createMigrations, type MigrationsParts, type Progress } from '../../server/platform/migrations/run.ts';
import { quietLog } from './open.ts';

export interface Migrated {
  /** False when another server is at it. */
  well: boolean;
  words: string;
  report: { outcome: string; migrations: (Progress & { toChange?: number })[] };
}

const lineOf = ({ number, name, state, looked, changed, toChange }: Progress & { toChange?: number }): string => {
  const what = toChange === undefined ? `${looked} records looked at, ${changed} changed` : `${toChange} to change`;
  return `${number} ${name}: ${state}, ${what}`;
};

export const migrate = async (given: Omit<MigrationsParts, 'log'>, dryRun: boolean): Promise<Migrated> => {
  const migrations = createMigrations({ ...given, log: quietLog() });
  const outcome = dryRun ? 'dry run' : await migrations.run();
  const all = dryRun ? await migrations.wouldChange() : await migrations.progress();
  const last = {
    done: 'All is in the shape of this release.',
    elsewhere: 'A server is at it: nothing was done here.',
    stopped: 'It was stopped.',
    'dry run': all.length === 0 ? 'Nothing is to do.' : 'Nothing was changed: this was a dry run.',
  }[outcome];
  return {
    well: outcome !== 'elsewhere',
    words: [...all.map(lineOf), last].join('\n'),
    report: { outcome, migrations: all },
  };
};
