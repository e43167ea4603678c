export type { TaskDocument } from './document.ts';
export { taskKnown } from './known.ts';
export { createViewers } from './viewers.ts';
export { createSchedules, type Schedules } from './schedules.ts';
export { finishSubmitting } from './settle.ts';
export { createTasks, type Tasks } from './tasks.ts';
export { tasksModule } from './module.ts';
