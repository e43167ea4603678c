import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import type { Case, CaseSettings } from '../../../../wire/case.ts';
import type { Team } from '../../../../wire/council.ts';
import { change } from '../../../api/change.ts';
import { caseQuery, caseSettingsQuery, teamsQuery, useReload } from '../../../api/council.ts';
import { Button, ButtonLink } from '../../../parts/Button.tsx';
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { useSending } from '../../account/use-sending.ts';
import { CaseFields } from './CaseFields.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { caseFaults, subjectOf, typedCase, valuesOf } from './typed-case.ts';

interface ChangeCaseFormProps {
  found: Case;
  settings: CaseSettings;
  teams: readonly Team[];
}

const ChangeCaseForm = ({ found, settings, teams }: ChangeCaseFormProps) => {
  const [, navigate] = useLocation();
  const reload = useReload();
  const sending = useSending();
  // What was read when the page was opened: somebody else's change meanwhile is told, not overwritten.
  const [{ revision }] = useState(found);
  const [typed, setTyped] = useState(() => typedCase(found, settings));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (sending.busy) return;
    void sending.send(caseFaults(typed, settings), async () => {
      const body = {
        subject: subjectOf(typed),
        team: typed.team,
        addressKept: typed.addressKept,
        officer: typed.officer === '' ? null : typed.officer,
        values: valuesOf(typed, settings),
      };
      await change('PUT', `/api/cases/${found.id}`, revision, body);
      await reload();
      navigate(`/council/cases/${found.id}`, { replace: true });
    });
  };
  return (
    <>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <PageTitle step={`${found.subject.firstName} ${found.subject.lastName}`} wrong={sending.entries.length > 0}>
        Change the case
      </PageTitle>
      <form onSubmit={submit} noValidate>
        <CaseFields typed={typed} onChange={setTyped} sending={sending} settings={settings} teams={teams} />
        <div className="actions">
          <Button type="submit" look="primary" busy={sending.busy} busyText="Saving…">
            Save the changes
          </Button>
          <ButtonLink href={`/council/cases/${found.id}`}>Cancel</ButtonLink>
        </div>
      </form>
    </>
  );
};

const ChangeCase = ({ id }: { id: string }) => {
  const found = useQuery({ ...caseQuery(id), refetchOnWindowFocus: false });
  const settings = useQuery(caseSettingsQuery);
  const teams = useQuery(teamsQuery);
  return (
    <>
      <Crumbs
        trail={[
          { href: '/council/cases', label: 'Cases' },
          { href: `/council/cases/${id}`, label: 'Case' },
        ]}
      />
      <Loaded query={found} lines={8}>
        {(one) => (
          <Loaded query={settings}>
            {(said) => (
              <Loaded query={teams}>{(all) => <ChangeCaseForm found={one} settings={said} teams={all} />}</Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
};

export default ChangeCase;
