import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { formatDateTime, plural } from '../../../../engine/index.ts';
import type { Service, SubmissionSummary } from '../../../../wire/form.ts';
import { useService } from '../../../api/person.ts';
import { receivedQuery } from '../../../api/records.ts';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { SearchForm } from '../../../parts/SearchForm.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { TeamName } from '../../council/parts/TeamName.tsx';
import { ReceivedPaging } from './ReceivedPaging.tsx';
import { ResponseLine } from '../submitted/ResponseLine.tsx';
import '../forms.css';

const columnsIn = ({ timeZone }: Service): Column<SubmissionSummary>[] => [
  {
    label: 'Name',
    cell: ({ id, subject, reference }) => (
      <Link href={`/received/${id}`}>
        {subject}
        <span className="visually-hidden">, reference {reference}</span>
      </Link>
    ),
  },
  { label: 'Reference', numbers: true, cell: ({ reference }) => <span className="nowrap">{reference}</span> },
  { label: 'Form', cell: ({ form }) => form.title },
  { label: 'Submitted', numbers: true, cell: ({ submittedAt }) => formatDateTime(submittedAt, timeZone) },
  { label: 'Submitted by', cell: ({ submittedBy }) => submittedBy },
  { label: 'Team', cell: ({ team }) => <TeamName id={team} /> },
  { label: 'Response', cell: ({ response }) => <ResponseLine response={response} /> },
];

const captionOf = (words: string, after: string): string => {
  if (words !== '') return `Forms found for “${words}”, newest first`;
  return after === '' ? 'Newest forms' : 'Older forms';
};

/** What has come in for the council. What is searched for and the page stand in the address. */
const ReceivedForms = () => {
  const service = useService();
  const [search, setSearch] = useSearchParams();
  const words = search.get('q') ?? '';
  const after = search.get('after') ?? '';
  const query = useQuery({ ...receivedQuery(words, after), staleTime: 0, placeholderData: keepPreviousData });
  return (
    <>
      <PageTitle>Received forms</PageTitle>
      <SearchForm
        className="search"
        help="A first or last name, or a reference"
        words={words}
        busy={query.isFetching && words !== ''}
        showAll
        onSearch={(typed) => setSearch(typed === '' ? {} : { q: typed })}
      />
      <Loaded query={query} lines={8}>
        {({ items, next }) => (
          <div className={query.isPlaceholderData ? 'outdated' : undefined} aria-busy={query.isPlaceholderData}>
            {items.length > 0 && (
              <Table
                caption={captionOf(words, after)}
                columns={columnsIn(service)}
                rows={items}
                rowKey={({ id }) => id}
              />
            )}
            {items.length === 0 && (
              <p>
                {words === ''
                  ? 'No forms have been received yet. Forms appear here as soon as they are submitted.'
                  : `Nothing was found for “${words}”. Try a first or last name on its own, or the whole reference.`}
              </p>
            )}
            <p className="visually-hidden" role="status">
              {query.isPlaceholderData ? '' : `${plural(items.length, 'form')} on this page`}
            </p>
            <ReceivedPaging words={words} after={after} next={next} />
          </div>
        )}
      </Loaded>
    </>
  );
};

export default ReceivedForms;
