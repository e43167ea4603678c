import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { Profile } from '../../../wire/account.ts';
import { call } from '../../api/client.ts';
import { meQuery } from '../../api/portal.ts';
import { Button } from '../../parts/Button.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { profileFaults, profileOf, typedProfile } from '../account/profile-form.ts';
import { ProfileFields } from '../account/ProfileFields.tsx';
import { useSending } from '../account/use-sending.ts';

interface ChangeProfileProps {
  profile: Profile;
  onSaved: () => void;
}

export const ChangeProfile = ({ profile, onSaved }: ChangeProfileProps) => {
  const queries = useQueryClient();
  const sending = useSending();
  const [typed, setTyped] = useState(() => typedProfile(profile));
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const went = await sending.send(profileFaults(typed), async () => {
      queries.setQueryData(meQuery.queryKey, await call('PUT', '/api/me/profile', profileOf(typed)));
    });
    if (went) onSaved();
  };
  return (
    <section aria-labelledby="details">
      <h2 id="details">Your details</h2>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <form onSubmit={(event) => void save(event)} noValidate>
        <ProfileFields typed={typed} onChange={setTyped} sending={sending} />
        <div className="actions">
          <Button type="submit" look="primary" busy={sending.busy} busyText="Saving…">
            Save my details
          </Button>
        </div>
      </form>
    </section>
  );
};
