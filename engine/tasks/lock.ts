import type { Instant, TaskLock, TaskParty } from './task.ts';

/** How long somebody counts as writing after their last sign of life. */
export const LOCK_MS = 120_000;

/** Whether a lock still counts; one that does not was left. */
export const isAlive = (lock: TaskLock | null, now: Instant): lock is TaskLock =>
  lock !== null && Date.parse(now) <= Date.parse(lock.until);

/** The lock of somebody who is writing now: theirs prolonged, or a new one. */
export const lockFor = (lock: TaskLock | null, by: TaskParty, now: Instant): TaskLock => ({
  by: { id: by.id, name: by.name },
  since: lock?.by.id === by.id && isAlive(lock, now) ? lock.since : now,
  until: new Date(Date.parse(now) + LOCK_MS).toISOString(),
});

/** What stays of a lock when `actor` takes the task from a person: whoever else is typing may still save the last words. */
export const lastWords = (lock: TaskLock | null, actor: TaskParty, now: Instant): TaskLock | null =>
  isAlive(lock, now) && lock.by.id !== actor.id ? lock : null;
