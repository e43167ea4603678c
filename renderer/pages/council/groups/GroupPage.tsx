import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import type { Group } from '../../../../wire/council.ts';
import { change } from '../../../api/change.ts';
import { groupQuery, useChange, useReload } from '../../../api/council.ts';
import { useAccount } from '../../../api/person.ts';
import { Button, ButtonLink } from '../../../parts/Button.tsx';
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx';
import { Facts } from '../../../parts/Facts.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { TextInput } from '../../../parts/inputs/TextInput.tsx';
import { fieldId, useSending } from '../../account/use-sending.ts';
import { AskDialog } from '../parts/AskDialog.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { PeopleList, type Member } from './PeopleList.tsx';

const anybody = (): boolean => true;

const GroupForm = ({ group }: { group: Group | undefined }) => {
  const [, navigate] = useLocation();
  const reload = useReload();
  const sending = useSending();
  const [before] = useState(group);
  const [name, setName] = useState(group?.name ?? '');
  const [organisation, setOrganisation] = useState(group?.organisation ?? '');
  const [members, setMembers] = useState<readonly Member[]>(group?.members ?? []);
  const [managers, setManagers] = useState<readonly Member[]>(group?.managers ?? []);
  const [deleting, setDeleting] = useState(false);
  const remove = useChange(() => change('DELETE', `/api/groups/${before?.id ?? ''}`, before?.revision));
  const leave = (done: string): void => navigate('/council/groups', { state: { done }, replace: true });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (sending.busy) return;
    const gap = name.trim() === '' ? [{ pointer: '/name', message: 'Enter a name for the work group' }] : [];
    void sending.send(gap, async () => {
      const body = {
        name: name.trim(),
        organisation: organisation.trim(),
        members: members.map(({ id }) => id),
        managers: managers.map(({ id }) => id),
      };
      if (before) await change('PUT', `/api/groups/${before.id}`, before.revision, body);
      else await change('POST', '/api/groups', undefined, body);
      await reload();
      leave(`${body.name} was saved.`);
    });
  };
  return (
    <>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <PageTitle wrong={sending.entries.length > 0}>{before ? before.name : 'New work group'}</PageTitle>
      <form onSubmit={submit} noValidate>
        <TextInput
          id={fieldId('/name')}
          label="Name"
          value={name}
          onChange={setName}
          maxLength={160}
          autoComplete="off"
          required
          {...sending.error('/name')}
        />
        <TextInput
          id={fieldId('/organisation')}
          label="Organisation"
          help="As it appears in the accounts of its members."
          value={organisation}
          onChange={setOrganisation}
          maxLength={160}
          autoComplete="off"
          optional
          {...sending.error('/organisation')}
        />
        <PeopleList
          id="add-manager"
          label="Managers"
          help="They can change who is in the group, re-assign its forms and counter-sign."
          people={managers}
          onChange={setManagers}
          fits={anybody}
          none="Nobody manages it yet."
        />
        <PeopleList
          id="add-member"
          label="Members"
          help="They can see the tray and pick up forms."
          people={members}
          onChange={setMembers}
          fits={anybody}
          none="Nobody is in it yet."
        />
        <div className="actions">
          <Button type="submit" look="primary" busy={sending.busy} busyText="Saving…">
            Save the work group
          </Button>
          <ButtonLink href="/council/groups">Cancel</ButtonLink>
          {before && (
            <Button look="quiet" onClick={() => setDeleting(true)}>
              Delete the work group
            </Button>
          )}
        </div>
      </form>
      {deleting && before && (
        <AskDialog
          title={`Delete ${before.name}?`}
          action="Delete the work group"
          danger
          run={async () => {
            await remove.mutateAsync();
            leave(`${before.name} was deleted.`);
          }}
          onClose={() => setDeleting(false)}
        >
          <p>You can only delete it when it has no open forms. The accounts of its members are kept.</p>
        </AskDialog>
      )}
    </>
  );
};

const ReadGroup = ({ group }: { group: Group }) => (
  <>
    <PageTitle>{group.name}</PageTitle>
    <Facts
      facts={[
        { label: 'Organisation', value: group.organisation },
        { label: 'Open tasks', value: group.openTasks },
      ]}
    />
    <PeopleList id="managers" label="Managers" people={group.managers} fits={anybody} none="Nobody manages it yet." />
    <PeopleList id="members" label="Members" people={group.members} fits={anybody} none="Nobody is in it yet." />
    <p>An administrator can change it.</p>
  </>
);

const Opened = ({ id }: { id: string }) => {
  const account = useAccount();
  const query = useQuery({ ...groupQuery(id), refetchOnWindowFocus: false });
  return (
    <>
      {query.isError && query.data === undefined && <PageTitle>This work group cannot be shown</PageTitle>}
      <Loaded query={query}>
        {(group) => (account?.role === 'administrator' ? <GroupForm group={group} /> : <ReadGroup group={group} />)}
      </Loaded>
    </>
  );
};

/** One work group, or a new one. */
const GroupPage = ({ id }: { id?: string }) => (
  <>
    <Crumbs trail={[{ href: '/council/groups', label: 'Work groups' }]} />
    {id === undefined ? <GroupForm group={undefined} /> : <Opened id={id} key={id} />}
  </>
);

export default GroupPage;
