import { useLocation, useSearchParams } from 'wouter';
import { ButtonLink } from '../Button.tsx';

interface PagingProps {
  /** Where the next page begins; absent on the last one. */
  next: string | undefined;
  label?: string;
  /** What holds the place of this list in the address. */
  place?: string;
}

/** The way through a long list, page by page; the place stands in the address. */
export const Paging = ({ next, label = 'Pages', place = 'after' }: PagingProps) => {
  const [path] = useLocation();
  const [search] = useSearchParams();
  const at = (after: string | undefined): string => {
    const query = new URLSearchParams(search);
    query.delete(place);
    if (after !== undefined) query.set(place, after);
    const text = query.toString();
    return text === '' ? path : `${path}?${text}`;
  };
  if (!search.has(place) && next === undefined) return null;
  return (
    <nav className="actions no-print" aria-label={label}>
      {search.has(place) && <ButtonLink href={at(undefined)}>Back to the first page</ButtonLink>}
      {next !== undefined && <ButtonLink href={at(next)}>Next page</ButtonLink>}
    </nav>
  );
};
