import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { formatDay } from '../../../../engine/index.ts';
import { isObject } from '../../../../engine/json.ts';
import type { CaseSettings, CaseSummary } from '../../../../wire/case.ts';
import type { Submission } from '../../../../wire/form.ts';
import type { Team } from '../../../../wire/council.ts';
import { change } from '../../../api/change.ts';
import { caseSettingsQuery, teamsQuery, useReload } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { definitionQuery, noForm, submissionQuery } from '../../../api/records.ts';
import { ProblemError } from '../../../api/client.ts';
import { Button, ButtonLink } from '../../../parts/Button.tsx';
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { useSending } from '../../account/use-sending.ts';
import { CaseFields } from './CaseFields.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { DuplicateDialog } from './DuplicateDialog.tsx';
import { useTeams } from '../parts/use-teams.ts';
import { caseFaults, noCase, subjectOf, typedFrom, valuesOf, type TypedCase } from './typed-case.ts';

/** JSON of the server's own: candidates are summaries of cases. */
const candidatesOf = (error: unknown): CaseSummary[] =>
  error instanceof ProblemError && error.body.code === 'possible-duplicate'
    ? (error.body.candidates ?? []).filter(isSummary)
    : [];

const isSummary = (value: unknown): value is CaseSummary =>
  typeof value === 'object' && value !== null && 'id' in value && 'reference' in value && 'subject' in value;

interface NewCaseFormProps {
  settings: CaseSettings;
  teams: readonly Team[];
  /** What is known of it already. */
  known: TypedCase;
  /** The submitted form that it is opened from. */
  from?: Submission;
}

/** What is written besides what stands on the page. */
const FromForm = ({ from: { id, form, submittedAt }, settings }: { from: Submission; settings: CaseSettings }) => {
  const { timeZone } = useService();
  const rule = settings.openedBy.find((each) => each.form === form.id);
  const event = settings.events.find(({ name }) => name === rule?.event);
  return (
    <Notice>
      <p>
        This is what <Link href={`/received/${id}`}>{form.title}</Link> says. Change what is not right. The form is
        linked to the case.
      </p>
      {event && (
        <p>
          “{event.label}” is noted on {formatDay(submittedAt, timeZone)}, and the clocks run from that day.
        </p>
      )}
    </Notice>
  );
};

const NewCaseForm = ({ settings, teams, known, from }: NewCaseFormProps) => {
  const [, navigate] = useLocation();
  const reload = useReload();
  const sending = useSending();
  const [candidates, setCandidates] = useState<CaseSummary[]>([]);
  const [typed, setTyped] = useState<TypedCase>(() => ({
    ...known,
    team: teams.find(({ id }) => id === from?.team)?.id ?? (teams.length === 1 ? (teams[0]?.id ?? '') : ''),
  }));
  const make = (evenIf: string[]): Promise<boolean> =>
    sending.send(caseFaults(typed, settings), async () => {
      setCandidates([]);
      try {
        const made = await change('POST', '/api/cases', undefined, {
          subject: subjectOf(typed),
          team: typed.team,
          addressKept: typed.addressKept,
          ...(typed.officer !== '' && { officer: typed.officer }),
          values: valuesOf(typed, settings),
          ...(from !== undefined && { openedFrom: from.id }),
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
      {from && <FromForm from={from} settings={settings} />}
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

/** A new case with what a submitted form says. */
const FromSubmission = ({ id, settings, teams }: { id: string; settings: CaseSettings; teams: readonly Team[] }) => {
  const submission = useQuery(submissionQuery(id));
  const { data } = submission;
  const form = useQuery({ ...definitionQuery(data?.form ?? noForm), enabled: data !== undefined });
  return (
    <Loaded query={submission} lines={8}>
      {(from) => (
        <Loaded query={form}>
          {({ definition }) => (
            <NewCaseForm
              settings={settings}
              teams={teams}
              from={from}
              known={typedFrom(isObject(from.answers) ? from.answers : {}, definition.manifest, from.form.id, settings)}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
};

/** `?from=<id>`: opened from a submitted form. */
const NewCase = () => {
  const settings = useQuery(caseSettingsQuery);
  const teams = useQuery(teamsQuery);
  const { own } = useTeams();
  const from = new URLSearchParams(useSearch()).get('from');
  return (
    <>
      <Crumbs trail={[{ href: '/council/cases', label: 'Cases' }]} />
      <Loaded query={settings} lines={8}>
        {(said) => (
          <Loaded query={teams}>
            {() =>
              from === null ? (
                <NewCaseForm settings={said} teams={own} known={noCase} />
              ) : (
                <FromSubmission id={from} settings={said} teams={own} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </>
  );
};

export default NewCase;
