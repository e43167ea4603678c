import type { TaskStateName } from './task.ts';

/** What has become of a task, as whoever sent it reads it. */
export const taskStateWords: Record<TaskStateName, string> = {
  sent: 'Sent, not opened yet',
  offered: 'In the work group’s tray',
  'picked-up': 'Picked up, not opened yet',
  open: 'Being answered',
  returned: 'Given back',
  submitted: 'Submitted',
  retracted: 'Retracted',
  expired: 'Closed unanswered',
};
