import { ButtonLink } from '../../../parts/Button.tsx';

interface ListPagingProps {
  label: string;
  /** Address of the beginning; absent there. */
  first: string | undefined;
  /** Address of the next page; absent on the last. */
  next: string | undefined;
}

export const ListPaging = ({ label, first, next }: ListPagingProps) =>
  first === undefined && next === undefined ? null : (
    <nav className="actions" aria-label={label}>
      {first !== undefined && <ButtonLink href={first}>Back to the beginning</ButtonLink>}
      {next !== undefined && <ButtonLink href={next}>More tasks</ButtonLink>}
    </nav>
  );
