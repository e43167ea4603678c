import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import type { AccountLine, Team } from '../../../../wire/council.ts';
import { change } from '../../../api/change.ts';
import { teamsQuery, useReload } from '../../../api/council.ts';
import { useAccount } from '../../../api/person.ts';
import { Button, ButtonLink } from '../../../parts/Button.tsx';
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx';
import { Facts } from '../../../parts/Facts.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { TextArea } from '../../../parts/inputs/TextArea.tsx';
import { TextInput } from '../../../parts/inputs/TextInput.tsx';
import { fieldId, useSending } from '../../account/use-sending.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { PeopleList, type Member } from './PeopleList.tsx';

const worksHere = ({ role }: AccountLine): boolean => role !== 'applicant';

const TeamForm = ({ team }: { team: Team }) => {
  const [, navigate] = useLocation();
  const reload = useReload();
  const sending = useSending();
  const [before] = useState(team);
  const [typed, setTyped] = useState({
    name: team.name,
    department: team.department,
    telephone: team.telephone,
    address: team.address,
  });
  const [officers, setOfficers] = useState<readonly Member[]>(team.officers);
  const line = (key: 'name' | 'department' | 'telephone', label: string, maxLength: number) => (
    <TextInput
      id={fieldId(`/${key}`)}
      label={label}
      value={typed[key]}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
      maxLength={maxLength}
      autoComplete="off"
      required={key === 'name'}
      {...sending.error(`/${key}`)}
    />
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (sending.busy) return;
    const gap = typed.name.trim() === '' ? [{ pointer: '/name', message: 'Enter the name of the team' }] : [];
    void sending.send(gap, async () => {
      const body = { ...typed, name: typed.name.trim(), officers: officers.map(({ id }) => id) };
      await change('PUT', `/api/teams/${before.id}`, before.revision, body);
      await reload();
      navigate('/council/teams', { state: { done: `${body.name} was saved.` }, replace: true });
    });
  };
  return (
    <>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <PageTitle wrong={sending.entries.length > 0}>{before.name}</PageTitle>
      <p>Name, department, telephone and address are shown at the top of every form the team sends.</p>
      <form onSubmit={submit} noValidate>
        {line('name', 'Name', 160)}
        {line('department', 'Department', 160)}
        {line('telephone', 'Telephone', 40)}
        <TextArea
          id={fieldId('/address')}
          label="Address"
          value={typed.address}
          onChange={(address) => setTyped({ ...typed, address })}
          maxLength={400}
          {...sending.error('/address')}
        />
        <PeopleList
          id="add-officer"
          label="Officers"
          help="Officers and administrators only."
          people={officers}
          onChange={setOfficers}
          fits={worksHere}
          none="Nobody works in it yet."
        />
        <div className="actions">
          <Button type="submit" look="primary" busy={sending.busy} busyText="Saving…">
            Save the team
          </Button>
          <ButtonLink href="/council/teams">Cancel</ButtonLink>
        </div>
      </form>
    </>
  );
};

const ReadTeam = ({ team }: { team: Team }) => (
  <>
    <PageTitle>{team.name}</PageTitle>
    <Facts
      facts={[
        { label: 'Department', value: team.department },
        { label: 'Telephone', value: team.telephone },
        { label: 'Address', value: <span className="lines">{team.address}</span> },
      ]}
    />
    <PeopleList id="officers" label="Officers" people={team.officers} fits={worksHere} none="Nobody works in it yet." />
    <p>An administrator can change it.</p>
  </>
);

/** One team. */
const TeamPage = ({ id }: { id: string }) => {
  const account = useAccount();
  const query = useQuery({ ...teamsQuery, refetchOnWindowFocus: false });
  return (
    <>
      <Crumbs trail={[{ href: '/council/teams', label: 'Teams' }]} />
      <Loaded query={query}>
        {(teams) => {
          const team = teams.find((each) => each.id === id);
          if (team === undefined) return <PageTitle>There is no such team</PageTitle>;
          return account?.role === 'administrator' ? <TeamForm team={team} key={id} /> : <ReadTeam team={team} />;
        }}
      </Loaded>
    </>
  );
};

export default TeamPage;
