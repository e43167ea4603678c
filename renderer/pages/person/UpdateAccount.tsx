import { useState } from 'react';
import type { Challenge } from '../../../wire/account.ts';
import { useAccount } from '../../api/person.ts';
import { Notice } from '../../parts/Notice.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { CodeStep } from '../account/CodeStep.tsx';
import { ChangeEmail } from './ChangeEmail.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { ChangeProfile } from './ChangeProfile.tsx';

/** Details, address and password, each saved by itself. */
const UpdateAccount = () => {
  const account = useAccount();
  const [challenge, setChallenge] = useState<Challenge>();
  const [saved, setSaved] = useState<string>();
  if (!account) return null;
  if (challenge)
    return (
      <CodeStep
        title="Confirm your new e-mail address"
        intro={
          <p>We have just sent an e-mail to your new address. Until you enter its code, your old address stays.</p>
        }
        challenge={challenge}
        confirm="/api/me/email/confirm"
        another="/api/me/email/new-code"
        onCancel={() => setChallenge(undefined)}
        onDone={() => {
          setChallenge(undefined);
          setSaved('Your e-mail address was changed.');
        }}
      />
    );
  return (
    <>
      <PageTitle>Update my account</PageTitle>
      {saved !== undefined && (
        <Notice kind="success" role="status">
          <p>{saved}</p>
        </Notice>
      )}
      <ChangeProfile profile={account.profile} onSaved={() => setSaved('Your details were saved.')} />
      <ChangeEmail email={account.email} onChallenge={setChallenge} />
      <ChangePassword
        onSaved={() => setSaved('Your password was changed. You were signed out on your other devices.')}
      />
    </>
  );
};

export default UpdateAccount;
