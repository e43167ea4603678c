import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatDate, plural } from '../../../../engine/index.ts';
import type { BoardRow } from '../../../../wire/case.ts';
import { boardQuery, caseSettingsQuery } from '../../../api/council.ts';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import type { Column } from '../../../parts/Table.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { CsvButton } from '../parts/CsvButton.tsx';
import { ClockDue, ClockName } from '../parts/clock-cells.tsx';
import { useFilters } from '../parts/filters.ts';
import { Filters } from '../parts/Filters.tsx';
import { FilterSelect } from '../parts/FilterSelect.tsx';
import { ListPage } from '../parts/ListPage.tsx';
import { TeamFilter } from '../parts/TeamFilter.tsx';
import { useTeams } from '../parts/use-teams.ts';

const states = [
  { value: 'late', label: 'Late' },
  { value: 'soon', label: 'Due soon' },
  { value: 'others', label: 'Others are late' },
  { value: 'running', label: 'Later' },
  { value: 'excepted', label: 'With an exception' },
];

const columnsWith = (nameOfTeam: (id: string) => string): Column<BoardRow>[] => [
  {
    label: 'Name',
    cell: (row) => (
      <>
        <Link href={`/council/cases/${row.case}`}>
          {row.subject}
          <span className="visually-hidden">, {row.reference}</span>
        </Link>
        <span className="row-note numbers">born {formatDate(row.dateOfBirth)}</span>
      </>
    ),
  },
  { label: 'Clock', cell: ({ clock }) => <ClockName clock={clock} /> },
  { label: 'Due', cell: ({ clock }) => <ClockDue clock={clock} /> },
  { label: 'Days passed', numbers: true, cell: ({ clock }) => plural(clock.daysGone, 'day') },
  {
    label: 'Counted from',
    numbers: true,
    cell: ({ clock }) => (
      <>
        {formatDate(clock.startedOn)}
        <span className="row-note">{clock.from}</span>
      </>
    ),
  },
  { label: 'Team', cell: ({ team }) => nameOfTeam(team) },
  { label: 'Officer', cell: ({ officer }) => officer ?? 'Nobody yet' },
];

/** Every statutory clock that runs, the most urgent first. */
const Board = () => {
  const filters = useFilters();
  const chosen = filters.all(['team', 'state', 'clock', 'officer']);
  const query = useQuery({
    ...boardQuery({ ...chosen, after: filters.get('after') }),
    placeholderData: keepPreviousData,
  });
  const teams = useTeams();
  const settings = useQuery(caseSettingsQuery).data;
  const narrowed = Object.values(chosen).some((value) => value !== '');
  return (
    <>
      <Crumbs trail={[]} />
      <PageTitle>Statutory clocks</PageTitle>
      <Filters>
        <TeamFilter filters={filters} />
        <FilterSelect filters={filters} name="state" label="State" all="All running" options={states} />
        <FilterSelect
          filters={filters}
          name="clock"
          label="Clock"
          all="All clocks"
          options={(settings?.clocks ?? []).map(({ id, label }) => ({ value: id, label }))}
        />
        <FilterSelect
          filters={filters}
          name="officer"
          label="Officer"
          all="All officers"
          options={[{ value: 'me', label: 'Only mine' }]}
        />
        <CsvButton path="/api/board.csv" filters={chosen} name="clocks.csv" />
      </Filters>
      <ListPage
        query={query}
        caption="Late first"
        columns={columnsWith(teams.nameOf)}
        rowKey={(row) => `${row.case} ${row.clock.id} ${row.clock.about ?? ''}`}
        rowIs="clock"
        empty={
          narrowed
            ? 'No clocks match. Change the filters to see others.'
            : 'No clocks are running. A clock starts when an event that starts it is noted in a case.'
        }
      />
    </>
  );
};

export default Board;
