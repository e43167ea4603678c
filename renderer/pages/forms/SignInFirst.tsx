import { useLocation, useSearch } from 'wouter';
import { ButtonLink } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';

/** What is needed before a form can be begun; afterwards the person is back at this page. */
export const SignInFirst = () => {
  const [path] = useLocation();
  const search = useSearch();
  const back = encodeURIComponent(search ? `${path}?${search}` : path);
  return (
    <>
      <Notice>
        <p>
          In order to progress with this form you must either log in or complete a simple registration for a new
          account. You can then continue to complete this form. This will enable you to track the form at a later date.
        </p>
      </Notice>
      <div className="actions">
        <ButtonLink href={`/sign-in?return=${back}`} look="primary">
          Sign in
        </ButtonLink>
        <ButtonLink href={`/register?return=${back}`}>Register for a new account</ButtonLink>
      </div>
    </>
  );
};
