import { Link } from 'wouter';
import type { Account } from '../../../../wire/account.ts';
import type { ProblemBody } from '../../../../wire/shapes.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { LinkOver } from '../DeadLink.tsx';

interface InvitationOverProps {
  problem: ProblemBody;
  account: Account | null;
}

/** Why the link of an invitation does not work any more, and the way in. */
export const InvitationOver = ({ problem, account }: InvitationOverProps) => {
  if (problem.code !== 'invitation-accepted') return <LinkOver problem={problem} />;
  return (
    <>
      <PageTitle>{problem.title}</PageTitle>
      {account ? (
        <p>
          You are signed in as {account.profile.forename} {account.profile.surname} ({account.email}).
        </p>
      ) : (
        <p>Sign in with your email address and the password that you chose then.</p>
      )}
      <div className="actions">
        {account ? (
          <ButtonLink href="/" look="primary">
            Go to the start page
          </ButtonLink>
        ) : (
          <ButtonLink href="/sign-in" look="primary">
            Sign in
          </ButtonLink>
        )}
      </div>
      {!account && (
        <p>
          <Link href="/forgotten-password">I have forgotten my password</Link>
        </p>
      )}
    </>
  );
};
