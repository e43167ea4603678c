import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { draftsQuery } from '../../../api/records.ts';
import { ButtonLink } from '../../../parts/Button.tsx';

/** The form that this person saved last, which is most often what brings them here; nothing where there is none. */
export const GoOn = () => {
  const [newest, ...others] = useQuery(draftsQuery).data ?? [];
  if (!newest) return null;
  return (
    <section className="go-on" aria-labelledby="go-on">
      <div>
        <h2 id="go-on">Continue your form</h2>
        <p>
          {newest.form.title}
          {newest.subject && ` for ${newest.subject}`}
        </p>
      </div>
      <ButtonLink href={`/forms/${newest.id}`} look="primary">
        Continue
      </ButtonLink>
      {others.length > 0 && <Link href="/recover">All saved forms ({others.length + 1})</Link>}
    </section>
  );
};
