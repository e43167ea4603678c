import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { Case, CaseSettings, CaseSummary } from '../../../../wire/case.ts';
import type { Team } from '../../../../wire/council.ts';
import { change } from '../../../api/change.ts';
import { caseSettingsQuery, teamsQuery, useReload } from '../../../api/council.ts';
import { ProblemError } from '../../../api/client.ts';
import { Button, ButtonLink } from '../../../parts/Button.tsx';
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { useSending } from '../../account/use-sending.ts';
import { CaseFields } from './CaseFields.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { DuplicateDialog } from './DuplicateDialog.tsx';
import { useTeams } from '../parts/use-teams.ts';
import { caseFaults, noCase, subjectOf, valuesOf, type TypedCase } from './typed-case.ts';

/** JSON of the server's own: candidates are summaries of cases. */
const candidatesOf = (error: unknown): CaseSummary[] =>
  error instanceof ProblemError && error.body.code === 'possible-duplicate'
    ? (error.body.candidates ?? []).filter(isSummary)
    : [];

const isSummary = (value: unknown): value is CaseSummary =>
  typeof value === 'object' && value !== null && 'id' in value && 'reference' in value && 'subject' in value;

/** Whom a submitted form is about, handed over by its page. Not in the address, where names do not belong. */
const subjectTold = (state: unknown): Record<string, string> => {
  if (typeof state !== 'object' || state === null || !('subject' in state)) return {};
  const { subject } = state;
  if (typeof subject !== 'object' || subject === null) return {};
  const texts = Object.entries(subject).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
};

const NewCaseForm = ({ settings, teams }: { settings: CaseSettings; teams: readonly Team[] }) => {
  const told = subjectTold(useHistoryState());
  const [, navigate] = useLocation();
  const reload = useReload();
  const sending = useSending();
  const [candidates, setCandidates] = useState<CaseSummary[]>([]);
  const [typed, setTyped] = useState<TypedCase>(() => ({
    ...noCase,
    firstName: told['firstName'] ?? '',
    lastName: told['lastName'] ?? '',
    dateOfBirth: told['dateOfBirth'],
    team: teams.length === 1 ? (teams[0]?.id ?? '') : '',
  }));
  const make = (evenIf: readonly string[]): Promise<boolean> =>
    sending.send(caseFaults(typed, settings), async () => {
      setCandidates([]);
      try {
        const made = await change<Case>('POST', '/api/cases', undefined, {
          subject: subjectOf(typed),
          team: typed.team,
          addressKept: typed.addressKept,
          ...(typed.officer !== '' && { officer: typed.officer }),
          values: valuesOf(typed, settings),
          ...(evenIf.length > 0 && { evenIf }),
        });
        await reload();
        navigate(`/council/cases/${made.id}`, { replace: true });
      } catch (error) {
        const found = candidatesOf(error);
        if (found.length === 0) throw error;
        setCandidates(found);
      }
    });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!sending.busy) void make([]);
  };
  return (
    <>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <PageTitle wrong={sending.entries.length > 0}>New case</PageTitle>
      <form onSubmit={submit} noValidate>
        <CaseFields typed={typed} onChange={setTyped} sending={sending} settings={settings} teams={teams} />
        <div className="actions">
          <Button type="submit" look="primary" busy={sending.busy} busyText="Saving…">
            Create case
          </Button>
          <ButtonLink href="/council/cases">Cancel</ButtonLink>
        </div>
      </form>
      {candidates.length > 0 && (
        <DuplicateDialog
          candidates={candidates}
          onAnother={() => void make(candidates.map(({ id }) => id))}
          onClose={() => setCandidates([])}
        />
      )}
    </>
  );
};

const NewCase = () => {
  const settings = useQuery(caseSettingsQuery);
  const teams = useQuery(teamsQuery);
  const { own } = useTeams();
  return (
    <>
      <Crumbs trail={[{ href: '/council/cases', label: 'Cases' }]} />
      <Loaded query={settings} lines={8}>
        {(said) => <Loaded query={teams}>{() => <NewCaseForm settings={said} teams={own} />}</Loaded>}
      </Loaded>
    </>
  );
};

export default NewCase;
