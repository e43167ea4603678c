import { useState } from 'react';
import type { Challenge } from '../../../wire/account.ts';
import { useAccount } from '../../api/person.ts';
import { PageTitle } from '../../parts/PageTitle.tsx';
import CodeStep from '../account/CodeStep.tsx';
import { ChangeEmail } from './ChangeEmail.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { ChangeProfile } from './ChangeProfile.tsx';
import { SavedNotice } from './SavedNotice.tsx';

/** Details, address and password, each saved by itself. */
const UpdateAccount = () => {
  const account = useAccount();
  const [challenge, setChallenge] = useState<Challenge>();
  const [saved, setSaved] = useState({ text: '', times: 0 });
  const announce = (text: string): void => setSaved(({ times }) => ({ text, times: times + 1 }));
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
          announce('Your e-mail address was changed.');
        }}
      />
    );
  return (
    <>
      <PageTitle>Update my account</PageTitle>
      {saved.times > 0 && <SavedNotice key={saved.times} text={saved.text} />}
      <ChangeProfile profile={account.profile} onSaved={() => announce('Your details were saved.')} />
      <ChangeEmail email={account.email} onChallenge={setChallenge} />
      <ChangePassword
        onSaved={() => announce('Your password was changed. You were signed out on your other devices.')}
      />
    </>
  );
};

export default UpdateAccount;
