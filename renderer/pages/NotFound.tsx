import { ButtonLink } from '../parts/Button.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';

/** An address at which there is no page. */
const NotFound = () => (
  <>
    <PageTitle>Page not found</PageTitle>
    <p>If you typed the address, check that it is right. If you followed a link, it may be old.</p>
    <div className="actions">
      <ButtonLink href="/" look="primary">
        Go to the start page
      </ButtonLink>
    </div>
  </>
);

export default NotFound;
