import { ButtonLink } from '../../parts/Button.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';

/** Where Logout leads. */
const SignedOut = () => (
  <>
    <PageTitle>You have signed out</PageTitle>
    <p>What you wrote is saved. On a device that others use, close all windows of the browser, too.</p>
    <div className="actions">
      <ButtonLink href="/sign-in" look="primary">
        Sign in again
      </ButtonLink>
      <ButtonLink href="/">Home</ButtonLink>
    </div>
  </>
);

export default SignedOut;
