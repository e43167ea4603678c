import { formatDateTime } from '../text/date.ts';
import type { TaskState } from './task.ts';

/**
 * Who has a task and since when, in a sentence: “Ann Smith has had it since 14-Jul-2021 10:57.” Times are on the clocks of `timeZone`.
 */
export const taskStanding = (task: TaskState, timeZone: string): string => {
  const since = formatDateTime(task.assignedAt, timeZone);
  if (task.holder) return `${task.holder.name} has had it since ${since}.`;
  const last = task.history.findLast(({ event }) => closing.includes(event));
  const [who, on] = [last?.by.name ?? '', formatDateTime(last?.at ?? '', timeZone)];
  switch (task.state) {
    case 'submitted':
      return `${who} submitted it on ${on}.`;
    case 'retracted':
      return `${who} of ${task.team.name} retracted it on ${on}: ${task.retractedReason ?? ''}`;
    case 'expired':
      return `It expired on ${on}; nobody had submitted it.`;
    default:
      return task.group
        ? `It has been in the tray of ${task.group.name} since ${since}; nobody has it.`
        : `It was given back to ${task.team.name} on ${since}; nobody has it.`;
  }
};

const closing: string[] = ['submit', 'retract', 'expire'];
