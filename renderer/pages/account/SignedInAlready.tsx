import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../../wire/account.ts';
import type { InvitationView } from '../../../wire/council.ts';
import { endSession } from '../../api/end-session.ts';
import { forgetPerson } from '../../api/forget-person.ts';
import { Button, ButtonLink } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';

interface SignedInAlreadyProps {
  account: Account;
  invitation: InvitationView;
}

/** The invitation is somebody else's than the person's who is signed in. */
export const SignedInAlready = ({ account: { email, profile }, invitation }: SignedInAlreadyProps) => {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const signOut = async (): Promise<void> => {
    setBusy(true);
    const ended = await endSession();
    setBusy(false);
    if (ended) forgetPerson(queries);
    else setFailed(true);
  };
  return (
    <>
      <PageTitle>You are signed in to another account</PageTitle>
      <p>
        You are signed in as {profile.forename} {profile.surname} ({email}). This invitation is for{' '}
        {invitation.forename} {invitation.surname} ({invitation.email}).
      </p>
      <p>To accept the invitation, sign out first. What you have saved is kept.</p>
      {failed && (
        <Notice kind="warning" role="alert">
          <p>The service cannot be reached. Check your connection, then try again.</p>
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" busy={busy} busyText="Signing out…" onClick={() => void signOut()}>
          Sign out and accept the invitation
        </Button>
        <ButtonLink href="/">Stay signed in</ButtonLink>
      </div>
    </>
  );
};
