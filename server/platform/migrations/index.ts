/** Every migration, in order. A new one is one more line; none is ever changed or taken out. */
import { retainSubmissions } from './0001-retain-submissions.ts';
import { retainTasks } from './0002-retain-tasks.ts';
import { retainCases } from './0003-retain-cases.ts';
import { retainAccounts } from './0004-retain-accounts.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [retainSubmissions, retainTasks, retainCases, retainAccounts];
