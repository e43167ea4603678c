/** What goes when its time is over, and what the scanner still has to judge. */
import { type Module, wordsOf } from '../../platform/module.ts';
import type { Config } from '../../core/config.ts';
import { caseExportRoutes, type CaseExportRouteParts } from './export/routes.ts';
import { createRescan, type RescanParts } from './rescan.ts';
import { createRetention, type RetentionParts } from './retention.ts';
import type { RetainRun } from './run.ts';
import { scannerState } from './scanner-state.ts';
import type { RetainSchedule } from './schedule.ts';

interface Parts extends RetentionParts, RescanParts, CaseExportRouteParts {
  config: Config;
  retain: RetainRun;
  retainSchedule: RetainSchedule;
}

export const retentionModule = (parts: Parts): Module => {
  const { config, scanner, retain, retainSchedule } = parts;
  const { expireDrafts, eraseAttachments, eraseLostBytes } = createRetention(parts);
  return {
    routes: caseExportRoutes(parts),
    jobs: [
      { name: 'expired-drafts', everyMinutes: 60, run: expireDrafts },
      { name: 'removed-documents', everyMinutes: 30, run: eraseAttachments },
      { name: 'lost-bytes', everyMinutes: 24 * 60, run: eraseLostBytes },
      { name: 'waiting-documents', everyMinutes: 2, run: createRescan(parts) },
      { name: 'retention', everyMinutes: 60, run: retain.job },
    ],
    ready: {
      ...(scanner !== undefined || !config.demonstration ? { scanner: scannerState(parts) } : {}),
      retention: wordsOf(() => retainSchedule.problems()),
    },
    load: async () => {
      await retainSchedule.reload();
    },
  };
};
