import type { Account, Me } from '../../../../wire/account.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';

/** Where somebody begins who has just come in. */
const firstPlace = (account: Account | null): { href: string; label: string } => {
  if (account === null) return { href: '/sign-in', label: 'Sign in' };
  if (account.role !== 'applicant') return { href: '/council', label: 'Go to the workspace' };
  if (account.profile.professional) return { href: '/tasks', label: 'Go to your tasks' };
  return { href: '/', label: 'Go to the start page' };
};

/** The account is ready and the person is signed in. */
export const InvitationDone = ({ me: { account } }: { me: Me }) => {
  const { href, label } = firstPlace(account);
  return (
    <>
      <PageTitle>Your account is ready</PageTitle>
      <p>You are signed in. The next time you sign in, use:</p>
      <ul>
        <li>your email address{account && `, ${account.email}`}</li>
        <li>the password that you have just chosen</li>
        <li>a code that we send to your email address each time</li>
      </ul>
      <div className="actions">
        <ButtonLink href={href} look="primary">
          {label}
        </ButtonLink>
      </div>
    </>
  );
};
