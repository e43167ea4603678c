import type { Store } from '../../platform/storage/store.ts';

/** How many tasks of a case are still to be answered. */
export const openTasksOf = (store: Store, caseId: string): Promise<number> =>
  store.count('tasks', { case: { eq: caseId }, 'keys.open': { eq: true } });
