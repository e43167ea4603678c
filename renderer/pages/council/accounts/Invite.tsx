import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import type { Group, Invitation, Team } from '../../../../wire/council.ts';
import { change } from '../../../api/change.ts';
import { groupsQuery, teamsQuery, useReload } from '../../../api/council.ts';
import { Button, ButtonLink } from '../../../parts/Button.tsx';
import { CheckboxGroup, RadioGroup } from '../../../parts/inputs/Choices.tsx';
import { Combobox } from '../../../parts/inputs/Combobox.tsx';
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { TextInput } from '../../../parts/inputs/TextInput.tsx';
import { fieldId, useSending, type Fault } from '../../account/use-sending.ts';
import { isRole, roleOptions } from './account-words.ts';
import { Crumbs } from '../parts/Crumbs.tsx';

type Typed = Required<Invitation>;

const nobody: Typed = {
  email: '',
  forename: '',
  surname: '',
  role: 'applicant',
  jobRole: '',
  organisation: '',
  groups: [],
  teams: [],
};

const boxes = [
  { key: 'email', label: 'Email address', maxLength: 254, required: 'Enter an email address', type: 'email' },
  { key: 'forename', label: 'Forename', maxLength: 80, required: 'Enter the forename', type: 'text' },
  { key: 'surname', label: 'Surname', maxLength: 80, required: 'Enter the surname', type: 'text' },
  { key: 'jobRole', label: 'Job role', maxLength: 120, required: undefined, type: 'text' },
  { key: 'organisation', label: 'Organisation', maxLength: 160, required: undefined, type: 'text' },
] as const;

const faultsOf = (typed: Typed): Fault[] =>
  boxes.flatMap(({ key, required }) =>
    required !== undefined && typed[key].trim() === '' ? [{ pointer: `/${key}`, message: required }] : [],
  );

const bodyOf = ({ jobRole, organisation, ...typed }: Typed): Invitation => ({
  ...typed,
  email: typed.email.trim(),
  forename: typed.forename.trim(),
  surname: typed.surname.trim(),
  teams: typed.role === 'applicant' ? [] : typed.teams,
  ...(jobRole.trim() !== '' && { jobRole: jobRole.trim() }),
  ...(organisation.trim() !== '' && { organisation: organisation.trim() }),
});

const InviteForm = ({ groups, teams }: { groups: readonly Group[]; teams: readonly Team[] }) => {
  const [, navigate] = useLocation();
  const reload = useReload();
  const sending = useSending();
  const [typed, setTyped] = useState(nobody);
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (sending.busy) return;
    void sending.send(faultsOf(typed), async () => {
      const { name, email, state } = await change('POST', '/api/accounts/invitations', undefined, bodyOf(typed));
      await reload();
      const done =
        state === 'invited'
          ? `An invitation was sent to ${name} (${email}). Its link works for seven days.`
          : `${name} (${email}) already has an account. We added it to what you chose and sent them an email.`;
      navigate('/council/accounts', { state: { done }, replace: true });
    });
  };
  const nameOf = (id: string): string => groups.find((group) => group.id === id)?.name ?? id;
  return (
    <>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <PageTitle wrong={sending.entries.length > 0}>Invite somebody</PageTitle>
      <p>We will send them an email with a link to choose a password.</p>
      <form onSubmit={submit} noValidate>
        {boxes.map(({ key, label, maxLength, required, type }) => (
          <TextInput
            key={key}
            id={fieldId(`/${key}`)}
            label={label}
            type={type}
            value={typed[key]}
            onChange={(value) => set({ [key]: value })}
            maxLength={maxLength}
            autoComplete="off"
            required={required !== undefined}
            optional={required === undefined}
            {...sending.error(`/${key}`)}
          />
        ))}
        <RadioGroup
          id={fieldId('/role')}
          label="Role"
          options={roleOptions}
          value={typed.role}
          onChange={(role) => isRole(role) && set({ role })}
        />
        {typed.role !== 'applicant' && (
          <CheckboxGroup
            id={fieldId('/teams')}
            label="Teams"
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={typed.teams}
            onChange={(chosen) => set({ teams: chosen })}
            {...sending.error('/teams')}
          />
        )}
        <Combobox
          key={typed.groups.join()}
          id={fieldId('/groups')}
          label="Work groups"
          help="Choose one at a time."
          optional
          options={groups
            .filter(({ id }) => !typed.groups.includes(id))
            .map(({ id, name, organisation }) => ({ value: id, label: name, hint: organisation }))}
          value={undefined}
          onChange={(id) => id !== undefined && set({ groups: [...typed.groups, id] })}
          {...sending.error('/groups')}
        />
        <ul className="chosen" aria-label="Work groups chosen">
          {typed.groups.map((id) => (
            <li key={id}>
              {nameOf(id)}
              <Button small onClick={() => set({ groups: typed.groups.filter((other) => other !== id) })}>
                Remove<span className="visually-hidden"> {nameOf(id)}</span>
              </Button>
            </li>
          ))}
        </ul>
        <div className="actions">
          <Button type="submit" look="primary" busy={sending.busy} busyText="Sending…">
            Send the invitation
          </Button>
          <ButtonLink href="/council/accounts">Cancel</ButtonLink>
        </div>
      </form>
    </>
  );
};

const Invite = () => {
  const groups = useQuery(groupsQuery);
  const teams = useQuery(teamsQuery);
  return (
    <>
      <Crumbs trail={[{ href: '/council/accounts', label: 'Accounts' }]} />
      <Loaded query={groups}>
        {(all) => <Loaded query={teams}>{(others) => <InviteForm groups={all} teams={others} />}</Loaded>}
      </Loaded>
    </>
  );
};

export default Invite;
