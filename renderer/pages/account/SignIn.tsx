import { lazy, Suspense, useState, type SubmitEvent } from 'react';
import { Link, Redirect, useLocation, useSearch } from 'wouter';
import { call } from '../../api/client.ts';
import { useAccount, useService } from '../../api/person.ts';
import { Button, ButtonLink } from '../../parts/Button.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import { useKeptChallenge } from './kept-challenge.ts';
import { PasswordInput } from './PasswordInput.tsx';
import { placeAfterSignIn, withReturn } from './return-to.ts';
import { fieldId, useSending, type Fault } from './use-sending.ts';
import '../forms/forms.css';
import './account.css';

const codeStep = () => import('./CodeStep.tsx');
const CodeStep = lazy(codeStep);
const DemoAccounts = lazy(() => import('./DemoAccounts.tsx'));

const missing = (email: string, password: string): Fault[] => [
  ...(email.trim() === '' ? [{ pointer: '/email', message: 'Enter your email address' }] : []),
  ...(password === '' ? [{ pointer: '/password', message: 'Enter your password' }] : []),
];

/** Signing in, in two steps: what the person knows, then what was mailed. */
const SignIn = () => {
  const [, navigate] = useLocation();
  const { demonstration } = useService();
  const account = useAccount();
  const search = useSearch();
  const [challenge, setChallenge] = useKeptChallenge('sign-in');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const ended = new URLSearchParams(search).has('ended');
  const sending = useSending();

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void sending.send(missing(email, password), async () => {
      // The page of the second step comes while the password is looked at; one that does not come is asked for again when it is shown.
      void codeStep().catch(() => undefined);
      const address = email.trim();
      setChallenge({ ...(await call('POST', '/api/sign-in', { email: address, password })), to: address });
      setPassword('');
    });
  };

  if (challenge)
    return (
      <CodeStep
        title="Secure login – step 2"
        intro="We have just sent you an email to confirm your account."
        challenge={challenge}
        confirm="/api/sign-in/code"
        another="/api/sign-in/new-code"
        onCancel={() => setChallenge(undefined)}
        onDone={(me) => {
          setChallenge(undefined);
          navigate(placeAfterSignIn(search, me.account), { replace: true });
        }}
      />
    );
  if (account) return <Redirect to={placeAfterSignIn(search, account)} replace />;
  return (
    <>
      <PageTitle wrong={sending.entries.length > 0}>Secure login – step 1</PageTitle>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      {ended && (
        <Notice>
          <p>You were signed out because nothing happened for a while. What you wrote is kept.</p>
        </Notice>
      )}
      <div className="with-aside">
        <section aria-labelledby="existing">
          <h2 id="existing">Existing users</h2>
          <form onSubmit={submit} noValidate>
            <TextInput
              id={fieldId('/email')}
              label="Email"
              required
              type="email"
              value={email}
              onChange={setEmail}
              autoComplete="username"
              maxLength={254}
              {...sending.error('/email')}
            />
            <PasswordInput
              id={fieldId('/password')}
              label="Password"
              value={password}
              onChange={setPassword}
              {...sending.error('/password')}
            />
            <p>
              For additional security, we will confirm your account by sending an authentication code to your email
              address.
            </p>
            <div className="actions">
              <Button type="submit" look="primary" busy={sending.busy} busyText="Signing in…">
                Submit
              </Button>
              <ButtonLink href="/">Cancel</ButtonLink>
            </div>
            <p>
              <Link href="/forgotten-password">I have forgotten my password</Link>
            </p>
          </form>
        </section>
        <div>
          <section className="aside-box" aria-labelledby="new-users">
            <h2 id="new-users">New users</h2>
            <p>If you are new to this service, register for an account. It takes about five minutes.</p>
            <ButtonLink href={withReturn('/register', search)}>Register for new account</ButtonLink>
          </section>
          {demonstration && (
            <Suspense>
              <DemoAccounts
                onChoose={(demoEmail, demoPassword) => {
                  setEmail(demoEmail);
                  setPassword(demoPassword);
                }}
              />
            </Suspense>
          )}
        </div>
      </div>
    </>
  );
};

export default SignIn;
