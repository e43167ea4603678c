import { useState } from 'react';
import { useAccount } from '../../api/person.ts';
import { PageTitle } from '../../parts/PageTitle.tsx';
import CodeStep from '../account/CodeStep.tsx';
import type { KeptChallenge } from '../account/kept-challenge.ts';
import { ChangeEmail } from './ChangeEmail.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { ChangeProfile } from './ChangeProfile.tsx';
import { SavedNotice } from './SavedNotice.tsx';

/** Details, address and password, each saved by itself. */
const UpdateAccount = () => {
  const account = useAccount();
  const [sent, setSent] = useState<KeptChallenge>();
  const [saved, setSaved] = useState({ text: '', times: 0 });
  const announce = (text: string): void => setSaved(({ times }) => ({ text, times: times + 1 }));
  if (!account) return null;
  if (sent)
    return (
      <CodeStep
        title="Confirm your new email address"
        intro="We have just sent an email to your new address. Your old address stays until you enter the code."
        challenge={sent}
        confirm="/api/me/email/confirm"
        another="/api/me/email/new-code"
        onCancel={() => setSent(undefined)}
        onDone={() => {
          setSent(undefined);
          announce('Your email address was changed.');
        }}
      />
    );
  return (
    <>
      <PageTitle>Update my account</PageTitle>
      {saved.times > 0 && <SavedNotice key={saved.times} text={saved.text} />}
      <ChangeProfile profile={account.profile} onSaved={() => announce('Your details were saved.')} />
      <ChangeEmail email={account.email} onChallenge={(challenge, to) => setSent({ ...challenge, to })} />
      <ChangePassword
        onSaved={() => announce('Your password was changed. You were signed out on your other devices.')}
      />
    </>
  );
};

export default UpdateAccount;
