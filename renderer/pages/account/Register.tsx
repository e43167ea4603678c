import { useState, type SubmitEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { call } from '../../api/client.ts';
import { Button, ButtonLink } from '../../parts/Button.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import CodeStep from './CodeStep.tsx';
import { Credentials, credentialFaults, noCredentials } from './Credentials.tsx';
import { useKeptChallenge } from './kept-challenge.ts';
import { MailLate } from './MailLate.tsx';
import { noProfile, profileFaults, profileOf } from './profile-form.ts';
import { ProfileFields } from './ProfileFields.tsx';
import { returnTo, withReturn } from './return-to.ts';
import { faultsOf, useSending } from './use-sending.ts';

type Step = 'details' | 'password' | 'done';

/** A new account: who one is, how one signs in, the code, and back to where one was. */
const Register = () => {
  const [, navigate] = useLocation();
  const search = useSearch();
  const [step, setStep] = useState<Step>('details');
  const [challenge, setChallenge] = useKeptChallenge('registration');
  const [profile, setProfile] = useState(noProfile);
  const [credentials, setCredentials] = useState(noCredentials);
  const details = useSending();
  const password = useSending();

  const toPassword = (event: SubmitEvent): void => {
    event.preventDefault();
    void details.send(profileFaults(profile, '/profile'), () => {
      setStep('password');
      return Promise.resolve();
    });
  };
  const register = (event: SubmitEvent): void => {
    event.preventDefault();
    void password.send(credentialFaults(credentials), async () => {
      const { email, password: chosen } = credentials;
      const address = email.trim();
      try {
        const body = { profile: profileOf(profile), email: address, password: chosen };
        setChallenge({ ...(await call('POST', '/api/registrations', body)), to: address });
      } catch (error) {
        // What is wrong with the first page is said there.
        const first = faultsOf(error).filter(({ pointer = '' }) => pointer.startsWith('/profile'));
        if (first.length === 0) throw error;
        details.showFaults(first);
        setStep('details');
      }
    });
  };

  if (step === 'done')
    return (
      <>
        <PageTitle>Registration completed</PageTitle>
        <p>Your registration has been completed successfully. Click Continue to carry on with your session.</p>
        <div className="actions">
          <Button look="primary" onClick={() => navigate(returnTo(search), { replace: true })}>
            Continue
          </Button>
        </div>
      </>
    );
  if (challenge)
    return (
      <CodeStep
        title="Confirm your email address"
        intro="We have just sent you an email to confirm your address."
        challenge={challenge}
        confirm="/api/registrations/confirm"
        another="/api/registrations/new-code"
        onCancel={() => setChallenge(undefined)}
        onDone={() => {
          setChallenge(undefined);
          setStep('done');
        }}
      />
    );
  if (step === 'password')
    return (
      <>
        <PageTitle step="Register for an account – step 2 of 2" wrong={password.entries.length > 0}>
          How you will sign in
        </PageTitle>
        <ErrorSummary entries={password.entries} attempt={password.attempt} />
        <form onSubmit={register} noValidate>
          <Credentials
            typed={credentials}
            onChange={setCredentials}
            sending={password}
            names={[profile.forename, profile.surname]}
          />
          <div className="actions">
            <Button type="submit" look="primary" busy={password.busy} busyText="Registering…">
              Register
            </Button>
            <Button onClick={() => setStep('details')}>Back</Button>
          </div>
        </form>
      </>
    );
  return (
    <>
      <PageTitle step="Register for an account – step 1 of 2" wrong={details.entries.length > 0}>
        Your details
      </PageTitle>
      <ErrorSummary entries={details.entries} attempt={details.attempt} />
      <MailLate />
      <p>
        Questions marked with a red asterisk must be answered. Your details are filled into forms for you, so that you
        write them only once.
      </p>
      <form onSubmit={toPassword} noValidate>
        <ProfileFields typed={profile} onChange={setProfile} sending={details} base="/profile" />
        <div className="actions">
          <Button type="submit" look="primary">
            Next
          </Button>
          <ButtonLink href={withReturn('/sign-in', search)}>Cancel</ButtonLink>
        </div>
      </form>
    </>
  );
};

export default Register;
