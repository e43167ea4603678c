/** Every migration, in order. A new one is one more line; none is ever changed or taken out. */
import { retainSubmissions } from './0001-retain-submissions.ts';
import { retainTasks } from './0002-retain-tasks.ts';
import { retainCases } from './0003-retain-cases.ts';
import { retainAccounts } from './0004-retain-accounts.ts';
import { findAccounts } from './0005-find-accounts.ts';
import { findSubmissions } from './0006-find-submissions.ts';
import { findTasks } from './0007-find-tasks.ts';
import { findCases } from './0008-find-cases.ts';
import { orderGroups } from './0009-order-groups.ts';
import { warnClocks } from './0010-warn-clocks.ts';
import { standSubmissions } from './0011-stand-submissions.ts';
import { answeredTasks } from './0012-answered-tasks.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  retainSubmissions,
  retainTasks,
  retainCases,
  retainAccounts,
  findAccounts,
  findSubmissions,
  findTasks,
  findCases,
  orderGroups,
  warnClocks,
  standSubmissions,
  answeredTasks,
];
