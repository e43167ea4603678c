export {
  accountParts,
  blockers,
  caseParts,
  eraseParts,
  submissionParts,
  submissionsOfCase,
  tasksOfCase,
  type ErasedPart,
} from './erasing.ts';
export { createCaseExports, type CaseExports } from './export/case-export.ts';
export { isSubmissionHeld } from './hold.ts';
export { heldAbout, type Held } from './held.ts';
export { startHousekeeping } from './housekeeping.ts';
export { judgeSubmission } from './judge.ts';
export { createRetainRun, type RetainReport, type RetainRun } from './run.ts';
export { createRetainSchedule, type RetainSchedule } from './schedule.ts';
export { retentionModule } from './module.ts';
