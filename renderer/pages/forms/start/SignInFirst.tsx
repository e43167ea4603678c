import { useLocation, useSearch } from 'wouter';
import { ButtonLink } from '../../../parts/Button.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { useFormSay } from '../../../form/words.ts';

/** What is needed before a form can be begun; afterwards the person is back at this page. */
export const SignInFirst = () => {
  const say = useFormSay();
  const [path] = useLocation();
  const search = useSearch();
  const back = encodeURIComponent(search ? `${path}?${search}` : path);
  return (
    <>
      <Notice>
        <p>{say('signInFirst')}</p>
      </Notice>
      <div className="actions">
        <ButtonLink href={`/sign-in?return=${back}`} look="primary">
          {say('signIn')}
        </ButtonLink>
        <ButtonLink href={`/register?return=${back}`}>{say('register')}</ButtonLink>
      </div>
    </>
  );
};
