import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'wouter';
import type { Challenge, Me } from '../../../wire/account.ts';
import { call } from '../../api/client.ts';
import { useService } from '../../api/person.ts';
import { meQuery } from '../../api/portal.ts';
import { Button } from '../../parts/Button.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import { MailLate } from './MailLate.tsx';
import type { KeptChallenge } from './kept-challenge.ts';
import { fieldId, useSending } from './use-sending.ts';

interface CodeStepProps {
  title: string;
  intro: string;
  challenge: KeptChallenge;
  /** Addresses of the API that take the code and send another. */
  confirm: '/api/sign-in/code' | '/api/registrations/confirm' | '/api/me/email/confirm';
  another: '/api/sign-in/new-code' | '/api/registrations/new-code' | '/api/me/email/new-code';
  /** Called once the code was right; `me` is who is signed in now. */
  onDone: (me: Me) => void;
  onCancel: () => void;
}

/** The six-digit code from the mail. */
const CodeStep = ({ title, intro, challenge, confirm, another, onDone, onCancel }: CodeStepProps) => {
  const queries = useQueryClient();
  const { demonstration } = useService();
  const sending = useSending({ 'code-wrong': '/code', 'code-used-up': '/code' });
  const [newest, setNewest] = useState<Challenge>(challenge);
  const [code, setCode] = useState('');
  const [sentAgain, setSentAgain] = useState(0);

  const finish = (event: SubmitEvent): void => {
    event.preventDefault();
    const found =
      code.trim() === '' ? [{ pointer: '/code', message: 'Enter the verification code that we sent you' }] : [];
    void sending.send(found, async () => {
      const me = await call('POST', confirm, { challenge: newest.challenge, code });
      queries.setQueryData(meQuery.queryKey, me);
      onDone(me);
    });
  };
  const sendAgain = (): void => {
    void sending.send([], async () => {
      setNewest(await call('POST', another, { challenge: newest.challenge }));
      setSentAgain((before) => before + 1);
      setCode('');
    });
  };

  return (
    <>
      <PageTitle wrong={sending.entries.length > 0}>{title}</PageTitle>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <MailLate />
      {sentAgain > 0 && sending.entries.length === 0 && (
        <Notice kind="success" role="status">
          <p>
            {sentAgain === 1 ? 'A new code is on its way.' : 'Another new code is on its way.'} Earlier codes no longer
            work.
          </p>
        </Notice>
      )}
      <p>
        {intro}{' '}
        {challenge.to === undefined
          ? 'Enter the code that we sent you.'
          : `Enter the code that we sent to ${challenge.to}.`}
      </p>
      <p>If you cannot find this email, it may be in your spam or junk email folder. The code lasts for 10 minutes.</p>
      {demonstration && (
        <p>
          In this demonstration the email is in the{' '}
          <a href="/dev/mailbox" target="_blank" rel="noreferrer">
            mailbox (opens in a new tab)
          </a>
          .
        </p>
      )}
      <form onSubmit={finish} noValidate>
        <TextInput
          id={fieldId('/code')}
          label="Code"
          help="Six digits"
          required
          width="short"
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          {...sending.error('/code')}
        />
        <div className="actions">
          <Button type="submit" look="primary" busy={sending.busy} busyText="Checking…">
            Finish
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
          <Button look="quiet" onClick={sendAgain} busy={sending.busy}>
            Please send me a new code
          </Button>
        </div>
      </form>
      <p className="small">
        No code after some minutes? Check that your address is right, or <Link href="/help">ask for help</Link>.
      </p>
    </>
  );
};

export default CodeStep;
