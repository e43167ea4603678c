/** What the clock does with tasks. Each may be done twice, and broken off. */
import { remindersFor } from '../../../engine/index.ts';
import { taskClock } from './access.ts';
import { today } from '../../core/clock.ts';
import { actAs } from './act.ts';
import { every } from '../../platform/storage/every.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';
import { nextDocument } from './change.ts';
import { mailsToHolder } from './mails.ts';
import type { TaskParts } from './parts.ts';

/** Sends the reminder whose day has come, once; of several that were missed only the last. */
const remindOf = (parts: TaskParts, id: string, day: string): Promise<boolean> =>
  untilWritten('tasks', async () => {
    const { store } = parts;
    const held = await store.get('tasks', id);
    const { remindOn } = held?.keys ?? {};
    if (held === undefined || remindOn === undefined || remindOn > day) return false;
    const due = remindersFor(held.task.dueOn ?? '', held.remindedTo).findLast(({ on }) => on <= day);
    const mails = due === undefined ? [] : await mailsToHolder(parts, id, held, due.kind);
    const reminded = nextDocument(held, { remindedTo: day }, 'not noted', mails);
    return (await store.replace('tasks', reminded)) === undefined ? overtaken : mails.length > 0;
  });

/** Mails what is due in a week, due tomorrow or overdue since yesterday. Gives of how many tasks. */
export const remindTasks = async (parts: TaskParts): Promise<number> => {
  const { store, clock, config, kick } = parts;
  const day = today(clock, config.timeZone);
  const filter = { 'keys.remindOn': { lte: day } };
  let count = 0;
  for await (const { _id } of every(store, 'tasks', {
    filter,
    sort: { path: 'keys.remindOn', direction: 'asc' },
  }))
    if (await remindOf(parts, _id, day)) count += 1;
  if (count > 0) kick();
  return count;
};

/** Closes what nobody has submitted in its time. Gives how many. */
export const expireTasks = async (parts: TaskParts): Promise<number> => {
  const { store, clock } = parts;
  const filter = { 'keys.expiresAt': { lte: clock.now().toISOString() } };
  let count = 0;
  for await (const { _id } of every(store, 'tasks', {
    filter,
    sort: { path: 'keys.expiresAt', direction: 'asc' },
  })) {
    const expired = await actAs(parts, _id, { kind: 'expire' }, taskClock).catch((error: unknown) => {
      parts.log.warn({ err: error, task: _id }, 'task not closed yet');
    });
    if (expired === undefined) continue;
    count += 1;
  }
  return count;
};
