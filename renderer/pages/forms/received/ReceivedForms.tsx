import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatDateTime, formatDay } from '../../../../engine/index.ts';
import type { Service, SubmissionSummary } from '../../../../wire/form.ts';
import { versionsQuery } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { receivedQuery } from '../../../api/records.ts';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { SearchForm } from '../../../parts/SearchForm.tsx';
import type { Column } from '../../../parts/Table.tsx';
import { FilterDay } from '../../council/parts/FilterDay.tsx';
import { useFilters } from '../../council/parts/filters.ts';
import { Filters } from '../../council/parts/Filters.tsx';
import { FilterSelect } from '../../council/parts/FilterSelect.tsx';
import { ListPage } from '../../council/parts/ListPage.tsx';
import { TeamFilter } from '../../council/parts/TeamFilter.tsx';
import { useTeams } from '../../council/parts/use-teams.ts';
import '../forms.css';

const standings = [
  { value: 'new', label: 'New' },
  { value: 'handled', label: 'Dealt with' },
];

const Standing = ({ standing, response }: SubmissionSummary) => {
  const { timeZone } = useService();
  if (standing === 'new') return <strong className="due-soon">New</strong>;
  if (response) return <span className="nowrap">Responded {formatDay(response.postedAt, timeZone)}</span>;
  return <>{standing === 'handled' ? 'Dealt with' : ''}</>;
};

const columnsIn = ({ timeZone }: Service, nameOfTeam: (id: string) => string): Column<SubmissionSummary>[] => [
  {
    label: 'Name',
    cell: ({ id, subject, reference }) => (
      <Link href={`/received/${id}`}>
        {subject}
        <span className="visually-hidden">, reference {reference}</span>
      </Link>
    ),
  },
  { label: 'State', cell: (submission) => <Standing {...submission} /> },
  { label: 'Form', cell: ({ form }) => form.title },
  {
    label: 'Submitted',
    numbers: true,
    cell: ({ submittedAt }) => <span className="nowrap">{formatDateTime(submittedAt, timeZone)}</span>,
  },
  { label: 'Submitted by', cell: ({ submittedBy }) => submittedBy },
  { label: 'Reference', numbers: true, cell: ({ reference }) => <span className="nowrap">{reference}</span> },
  { label: 'Team', cell: ({ team }) => nameOfTeam(team) },
];

const captionOf = ({ q = '', standing = '' }: Readonly<Record<string, string>>): string => {
  if (q !== '') return `Forms found for “${q}”, newest first`;
  return standing === '' ? 'New first' : 'Newest first';
};

const emptyWords = ({ q = '', ...others }: Readonly<Record<string, string>>): string => {
  if (q !== '') return `Nothing was found for “${q}”. Try a first or last name on its own, or the whole reference.`;
  return Object.values(others).some((value) => value !== '')
    ? 'No forms match. Change the filters to see others.'
    : 'No forms have been received yet. Forms appear here as soon as they are submitted.';
};

/** What has come in for the council: what is new first. Filters, search and page stand in the address. */
const ReceivedForms = () => {
  const service = useService();
  const filters = useFilters();
  const teams = useTeams();
  const versions = useQuery(versionsQuery).data ?? [];
  const chosen = filters.all(['q', 'form', 'standing', 'team', 'from', 'to']);
  const query = useQuery({
    ...receivedQuery({ ...chosen, after: filters.get('after') }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const forms = versions.filter(({ newest }) => newest).map(({ form, title }) => ({ value: form, label: title }));
  const many = teams.own.length > 1;
  const words = filters.get('q');
  return (
    <>
      <PageTitle>Received forms</PageTitle>
      <Filters>
        <SearchForm
          className="council-search"
          help="A first or last name, or a reference"
          words={words}
          busy={query.isFetching && words !== ''}
          showAll
          onSearch={(q) => filters.set({ q })}
        />
        <FilterSelect filters={filters} name="standing" label="State" all="All, new first" options={standings} />
        <FilterSelect filters={filters} name="form" label="Form" all="All forms" options={forms} />
        {many && <TeamFilter filters={filters} />}
        <FilterDay filters={filters} name="from" label="Submitted from" />
        <FilterDay filters={filters} name="to" label="Submitted until" />
      </Filters>
      <ListPage
        query={query}
        caption={captionOf(chosen)}
        columns={columnsIn(service, teams.nameOf).filter(({ label }) => label !== 'Team' || many)}
        rowKey={({ id }) => id}
        rowIs="form"
        empty={emptyWords(chosen)}
      />
    </>
  );
};

export default ReceivedForms;
