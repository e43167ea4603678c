import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { formatDateTime } from '../../../../engine/index.ts';
import type { Me } from '../../../../wire/account.ts';
import type { InvitationView } from '../../../../wire/council.ts';
import { call, ProblemError } from '../../../api/client.ts';
import { useService } from '../../../api/person.ts';
import { meQuery } from '../../../api/portal.ts';
import { Button } from '../../../parts/Button.tsx';
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx';
import { Facts } from '../../../parts/Facts.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { NewPassword, newPasswordFaults } from '../Credentials.tsx';
import { addressFaults, contactOf, noProfile } from '../profile-form.ts';
import { AddressFields } from '../ProfileFields.tsx';
import { useSending } from '../use-sending.ts';

const roles: Record<InvitationView['role'], string> = {
  applicant: '',
  officer: 'Officer of the council',
  administrator: 'Administrator of the service',
};

interface InvitationFormProps {
  token: string;
  invitation: InvitationView;
  onDone: (me: Me) => void;
  /** The link stopped working while the page was open. */
  onOver: () => void;
}

/** Who is invited by whom, the password that they choose, and where to reach them. */
export const InvitationForm = ({ token, invitation, onDone, onOver }: InvitationFormProps) => {
  const queries = useQueryClient();
  const { council, name, timeZone, contact } = useService();
  const sending = useSending();
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [profile, setProfile] = useState(noProfile);
  const { email, forename, surname, role, professional, jobRole, organisation, invitedBy, expiresAt } = invitation;

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void sending.send([...newPasswordFaults(typed), ...addressFaults(profile)], async () => {
      try {
        const me = await call('POST', '/api/invitations/accept', {
          token,
          password: typed.password,
          ...contactOf(profile),
        });
        onDone(me);
        queries.setQueryData(meQuery.queryKey, me);
      } catch (error) {
        if (error instanceof ProblemError && error.body.status === 410) onOver();
        throw error;
      }
    });
  };
  return (
    <>
      <PageTitle wrong={sending.entries.length > 0}>Accept your invitation</PageTitle>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <p>
        {invitedBy === undefined ? council : `${invitedBy} of ${council}`} has invited you to use “{name}”. Choose a
        password, and your account is ready.
      </p>
      <Facts
        facts={[
          { label: 'Name', value: `${forename} ${surname}` },
          { label: 'Email address', value: email },
          { label: 'Account', value: roles[role] },
          { label: 'Job role', value: jobRole },
          { label: 'Organisation', value: organisation },
          { label: 'Link works until', value: formatDateTime(expiresAt, timeZone) },
        ]}
      />
      <p>
        If a detail is wrong, you can change it afterwards under “My account”. If you are not this person, do not
        continue, and tell {contact.team} at {contact.email}.
      </p>
      <form onSubmit={submit} noValidate>
        <fieldset className="form-part">
          <legend>Your password</legend>
          {/* Password managers keep the password with this name. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <NewPassword typed={typed} onChange={setTyped} sending={sending} person={[email, forename, surname]} />
        </fieldset>
        <AddressFields
          legend={professional ? 'Your address at work' : 'Your address'}
          typed={profile}
          onChange={setProfile}
          sending={sending}
        />
        <div className="actions">
          <Button type="submit" look="primary" busy={sending.busy} busyText="Saving…">
            Accept the invitation
          </Button>
        </div>
      </form>
    </>
  );
};
