import type { ProblemBody } from '../../../wire/shapes.ts';
import { ButtonLink } from '../../parts/Button.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';

/** A mailed link of which only a part arrived. */
export const IncompleteLink = () => (
  <>
    <PageTitle>This link is not complete</PageTitle>
    <p>Open the link in the email again, or copy all of it into the address bar.</p>
    <div className="actions">
      <ButtonLink href="/forgotten-password" look="primary">
        Ask for a new link
      </ButtonLink>
    </div>
  </>
);

/** A mailed link that was used, replaced or is too old, said before anybody types. */
export const LinkOver = ({ problem }: { problem: ProblemBody }) => (
  <>
    <PageTitle>{problem.title}</PageTitle>
    <p>{problem.detail}</p>
    <div className="actions">
      <ButtonLink href="/forgotten-password" look="primary">
        Ask for a new link
      </ButtonLink>
    </div>
  </>
);
