import { useHistoryState } from 'wouter/use-browser-location';
import { Notice } from '../../../parts/Notice.tsx';

const doneIn = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'done' in state && typeof state.done === 'string'
    ? state.done
    : undefined;

/** What the page before has done, said where it led to. */
export const Done = () => {
  const done = doneIn(useHistoryState());
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
