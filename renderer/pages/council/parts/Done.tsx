import { useHistoryState } from 'wouter/use-browser-location';
import { Notice } from '../../../parts/Notice.tsx';

const doneIn = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'done' in state && typeof state.done === 'string'
    ? state.done
    : undefined;

/** What was done, `said` on this page or told by the one before that led here. */
export const Done = ({ said }: { said?: string | undefined }) => {
  const told = doneIn(useHistoryState());
  const done = said ?? told;
  return (
    <div role="status">
      {done !== undefined && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
    </div>
  );
};
