import { formatDateTime } from '../../../engine/index.ts';
import type { Task } from '../../../wire/task.ts';
import { useAccount, useService } from '../../api/person.ts';
import { Notice } from '../../parts/Notice.tsx';

/** Who has a task or writes in it, since when, and what this person can do. */
export const TaskStanding = ({ task }: { task: Task }) => {
  const { timeZone } = useService();
  const account = useAccount();
  const { state, lock, holder, group, team, assignedAt, may, retractedReason, submittedAt } = task;
  const time = (at: string): string => formatDateTime(at, timeZone);
  const mine = holder !== null && holder.id === account?.id;
  if (state === 'submitted')
    return (
      <Notice kind="success">
        <p>This form was submitted on {submittedAt && time(submittedAt)}. It can no longer be changed.</p>
      </Notice>
    );
  if (state === 'retracted')
    return (
      <Notice kind="warning">
        <p>
          {team.name} took this task back on {time(assignedAt)}. It can be read here for 30 days, and no longer be
          changed.
        </p>
        {retractedReason !== null && <p className="lines">Reason: {retractedReason}</p>}
      </Notice>
    );
  if (state === 'expired')
    return (
      <Notice kind="warning">
        <p>
          This task was closed on {time(assignedAt)}, because it was not submitted in time. It can be read here for 30
          days.
        </p>
      </Notice>
    );
  if (lock !== null && !lock.left)
    return (
      <Notice role="status">
        <p>
          <strong>{lock.by.name}</strong> has been writing in it since {time(lock.since)}. Only one person can fill it
          in at a time, so you can read it here.
          {mine && ' You can continue as soon as they stop. This page updates itself.'}
          {may.includes('take-over') && ' If you take it over now, they are told, and what they have saved is kept.'}
        </p>
      </Notice>
    );
  if (holder !== null)
    return (
      <Notice role="status">
        <p>
          <strong>{holder.name}</strong> has had it since {time(assignedAt)}. You can read it here.
          {may.includes('take-over') && ' If you take it over, it is yours to fill in, and they are told.'}
        </p>
      </Notice>
    );
  return (
    <Notice role="status">
      <p>
        {group === null
          ? `Nobody has it: it was given back to ${team.name} on ${time(assignedAt)}.`
          : `Nobody has it yet: it has been in the tray of ${group.name} since ${time(assignedAt)}.`}
        {may.includes('pick-up') && ' Pick it up to fill it in.'}
      </p>
    </Notice>
  );
};
