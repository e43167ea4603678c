import { useFilling } from '../filling-context.ts';

/** Reads out what is said about the question that was left last, in the words that stand at it. */
export const News = () => {
  const news = useFilling(({ said, left }) => (left === undefined ? undefined : said.get(left)));
  return (
    <span className="visually-hidden" role="status">
      {news?.message}
    </span>
  );
};
