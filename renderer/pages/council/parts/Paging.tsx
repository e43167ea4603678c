import { useLocation, useSearchParams } from 'wouter';
import { ButtonLink } from '../../../parts/Button.tsx';

/** The way through a long list, page by page; the place stands in the address. `next`: undefined on the last page. */
export const Paging = ({ next }: { next: string | undefined }) => {
  const [path] = useLocation();
  const [search] = useSearchParams();
  const at = (after: string | undefined): string => {
    const query = new URLSearchParams(search);
    query.delete('after');
    if (after !== undefined) query.set('after', after);
    const text = query.toString();
    return text === '' ? path : `${path}?${text}`;
  };
  if (!search.has('after') && next === undefined) return null;
  return (
    <nav className="actions no-print" aria-label="Pages">
      {search.has('after') && <ButtonLink href={at(undefined)}>Back to the first page</ButtonLink>}
      {next !== undefined && <ButtonLink href={at(next)}>Next page</ButtonLink>}
    </nav>
  );
};
