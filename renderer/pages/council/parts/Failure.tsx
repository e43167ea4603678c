import { ProblemError } from '../../../api/client.ts';
import { Notice } from '../../../parts/Notice.tsx';

const linesOf = (error: Error): string[] => {
  const { errors = [], detail } = error instanceof ProblemError ? error.body : { detail: error.message };
  const placed = errors.map(({ message, label }) => (label === undefined ? message : `${label}: ${message}`));
  return placed.length > 0 ? placed : [detail];
};

/** Why something was not done, said at once. */
export const Failure = ({ error }: { error: Error | null }) =>
  error === null ? null : (
    <Notice kind="danger" role="alert">
      {linesOf(error).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
