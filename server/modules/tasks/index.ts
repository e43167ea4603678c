export type { TaskDocument } from './document.ts';
export { taskKnown } from './case/known.ts';
export { createViewers } from './viewers.ts';
export { createSchedules, type Schedules } from './schedules.ts';
export { finishSubmitting } from './settle.ts';
export { createTasks, type Tasks } from './tasks.ts';
export { entryWords } from './wire.ts';
export { tasksModule } from './module.ts';
