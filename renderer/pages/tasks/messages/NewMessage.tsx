import { useQuery } from '@tanstack/react-query';
import { unreadQuery } from '../../../api/tasks.ts';

/** Says that there is a message at a task or submission that this person has not seen. */
export const NewMessage = ({ kind = 'task', id }: { kind?: 'task' | 'submission'; id: string }) => {
  const { data } = useQuery(unreadQuery);
  if (!data?.items.some((each) => each.kind === kind && each.id === id)) return null;
  return <strong className="new-message">New message</strong>;
};
