import { useFilling } from '../filling-context.ts';

/** Reads out what is said about the question that was left last, in the words that stand at it. */
export const LatestProblem = () => {
  const news = useFilling(({ shownProblems, left }) => (left === undefined ? undefined : shownProblems.get(left)));
  return (
    <span className="visually-hidden" role="status">
      {news?.message}
    </span>
  );
};
