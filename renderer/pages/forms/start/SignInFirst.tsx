import { useLocation, useSearch } from 'wouter';
import { ButtonLink } from '../../../parts/Button.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { useFormT } from '../../../form/words.ts';

/** What is needed before a form can be begun; afterwards the person is back at this page. */
export const SignInFirst = () => {
  const t = useFormT();
  const [path] = useLocation();
  const search = useSearch();
  const back = encodeURIComponent(search ? `${path}?${search}` : path);
  return (
    <>
      <Notice>
        <p>{t('signInFirst')}</p>
      </Notice>
      <div className="actions">
        <ButtonLink href={`/sign-in?return=${back}`} look="primary">
          {t('signIn')}
        </ButtonLink>
        <ButtonLink href={`/register?return=${back}`}>{t('register')}</ButtonLink>
      </div>
    </>
  );
};
