import { ButtonLink } from '../../../parts/Button.tsx';

interface ReceivedPagingProps {
  words: string;
  /** Where this page begins; empty for the first. */
  after: string;
  /** Where the next page begins; undefined on the last. */
  next: string | undefined;
}

const address = (words: string, after: string): string => {
  const query = new URLSearchParams();
  if (words !== '') query.set('q', words);
  if (after !== '') query.set('after', after);
  const text = query.toString();
  return text === '' ? '/received' : `/received?${text}`;
};

export const ReceivedPaging = ({ words, after, next }: ReceivedPagingProps) =>
  after === '' && next === undefined ? null : (
    <nav className="actions" aria-label="Pages">
      {after !== '' && <ButtonLink href={address(words, '')}>Back to the newest</ButtonLink>}
      {next !== undefined && <ButtonLink href={address(words, next)}>Older forms</ButtonLink>}
    </nav>
  );
