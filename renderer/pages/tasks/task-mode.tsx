import { Link } from 'wouter';
import { formatDate } from '../../../engine/index.ts';
import type { Task } from '../../../wire/task.ts';
import { call } from '../../api/client.ts';
import { raise } from '../../api/tasks.ts';
import type { FillMode } from '../../form/open/opened.ts';
import { counterSignatureWords } from './CounterSigners.tsx';
import { reassignAddress, taskAddress } from './task-addresses.ts';
import { watchTask, type Lost, type TaskWatch } from './watch-task.ts';

interface TaskModeParts {
  id: string;
  /** The task as it is now. */
  now: () => Task;
  /** What the person is, from their account. */
  role: string;
  onTask: (task: Task) => void;
  onLost: (lost: Lost) => void;
}

/** A form that the council sent: filled in by whoever has the task, and submitted as a contribution. */
export const taskMode = ({ id, now, role, onTask, onLost }: TaskModeParts): FillMode => {
  let watch: TaskWatch | undefined;
  return {
    address: taskAddress(id),
    pdf: `/api/tasks/${id}/pdf`,
    home: '/tasks',
    list: { href: '/tasks', label: 'Tasks' },
    past: [
      { href: '/tasks?list=submitted', label: 'Recently Submitted Tasks' },
      { href: '/tasks?list=retracted', label: 'Recently Retracted Tasks' },
    ],
    words: { save: 'Save', pdf: 'PDF', keptTitle: 'What you have written is saved' },
    kept: () => {
      const { dueOn } = now();
      return (
        <>
          You can find it under Currently Assigned Tasks until you submit it or re-assign it.
          {dueOn !== null && (
            <>
              {' '}
              It is required by <strong>{formatDate(dueOn)}</strong>.
            </>
          )}
        </>
      );
    },
    mayCancel: false,
    submitAnywhere: true,
    signing: () => {
      const { counterSignature, may } = now();
      if (counterSignature === 'none' || !may.includes('counter-sign')) return undefined;
      return {
        needed: counterSignature,
        role,
        sign: async (given) => onTask(await raise(now(), 'counter-sign', { role: given })),
      };
    },
    hindrance: () => {
      const { counterSignature, may, signedBy } = now();
      if (counterSignature !== 'required' || signedBy !== null || may.includes('counter-sign')) return undefined;
      return (
        <p>
          {counterSignatureWords(now())} <Link href={reassignAddress(id)}>Re-Assign</Link> it to one: they read it, may
          change it, and submit it.
        </p>
      );
    },
    submit: async (revision) => {
      const send = (): Promise<Task> => call('POST', `/api/tasks/${id}/submit`, { revision });
      await (watch?.during(send) ?? send());
      return `/tasks?list=submitted&done=submitted&task=${id}`;
    },
    attach: (open) => {
      watch = watchTask(now(), open, { onTask, onLost });
      return watch.stop;
    },
  };
};
