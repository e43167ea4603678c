import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatDate } from '../../../../engine/index.ts';
import type { CaseSettings, CaseSummary } from '../../../../wire/case.ts';
import { casesQuery, caseSettingsQuery } from '../../../api/council.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import type { Column } from '../../../parts/Table.tsx';
import { ClockDue, ClockName } from '../parts/clock-cells.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { useFilters } from '../parts/filters.ts';
import { ListPage } from '../parts/ListPage.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';
import { TeamFilter } from '../parts/TeamFilter.tsx';
import { useTeams } from '../parts/use-teams.ts';

const columnsWith = (settings: CaseSettings | undefined, nameOfTeam: (id: string) => string): Column<CaseSummary>[] => [
  {
    label: settings?.subject ?? 'Name',
    cell: ({ id, subject, reference }) => (
      <>
        <Link href={`/council/cases/${id}`}>
          {subject.firstName} {subject.lastName}
        </Link>
        <span className="row-note numbers nowrap">{reference}</span>
      </>
    ),
  },
  { label: 'Born', numbers: true, cell: ({ subject }) => formatDate(subject.dateOfBirth) },
  ...(settings?.identifiers ?? []).slice(0, 1).map(({ name, label }): Column<CaseSummary> => ({
    label,
    numbers: true,
    cell: ({ identifiers }) => identifiers[name] ?? '',
  })),
  { label: 'Team', cell: ({ team }) => nameOfTeam(team) },
  { label: 'Officer', cell: ({ officer }) => officer?.name ?? 'Nobody yet' },
  { label: 'Open tasks', numbers: true, cell: ({ openTasks }) => openTasks },
  {
    label: 'Most urgent clock',
    cell: ({ clock }) =>
      clock === undefined ? (
        'None running'
      ) : (
        <>
          <ClockDue clock={clock} />
          <span className="row-note">
            <ClockName clock={clock} />
          </span>
        </>
      ),
  },
];

/** Everybody whom the caller's teams work for. */
const Cases = () => {
  const filters = useFilters();
  const wanted = filters.all(['q', 'team', 'after']);
  const query = useQuery({ ...casesQuery(wanted), placeholderData: keepPreviousData });
  const settings = useQuery(caseSettingsQuery).data;
  const teams = useTeams();
  const words = filters.get('q');
  return (
    <>
      <Crumbs trail={[]} />
      <div className="council-head">
        <PageTitle>Cases</PageTitle>
        <div className="actions">
          <ButtonLink look="primary" href="/council/cases/new">
            New case
          </ButtonLink>
        </div>
      </div>
      <div className="council-filters">
        <SearchBox help="Name, date of birth (04-Feb-2012), reference or number" filters={filters} />
        <TeamFilter filters={filters} />
      </div>
      <ListPage
        query={query}
        caption={words === '' ? 'Cases' : `Cases found for “${words}”`}
        columns={columnsWith(settings, teams.nameOf)}
        rowKey={({ id }) => id}
        rowIs="case"
        empty={
          words === '' && wanted['team'] === '' ? (
            <>
              There are no cases yet. <Link href="/council/cases/new">Create the first case</Link>, then send forms
              about it.
            </>
          ) : (
            'No cases found. Try a first or last name on its own, the date of birth, or the whole number.'
          )
        }
      />
    </>
  );
};

export default Cases;
