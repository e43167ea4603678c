import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatDateTime } from '../../../../engine/index.ts';
import type { AuditLine } from '../../../../wire/council.ts';
import { auditActionsQuery, auditQuery } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { Field } from '../../../parts/inputs/Field.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import type { Column } from '../../../parts/Table.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { CsvButton } from '../parts/CsvButton.tsx';
import { useFilters, type AddressFilters } from '../parts/filters.ts';
import { FilterSelect } from '../parts/FilterSelect.tsx';
import { ListPage } from '../parts/ListPage.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';

/** Where the record of a line can be opened. */
const pageOf = ({ kind, id }: AuditLine['subject']): string | undefined => {
  const places: Record<string, string> = {
    case: '/council/cases',
    task: '/council/tasks',
    submission: '/received',
    group: '/council/groups',
    team: '/council/teams',
  };
  const place = places[kind];
  return place === undefined ? undefined : `${place}/${id}`;
};

const Subject = ({ subject }: { subject: AuditLine['subject'] }) => {
  const page = pageOf(subject);
  const words = subject.kind === subject.id ? subject.kind : `${subject.kind} ${subject.id}`;
  return page === undefined ? <>{words}</> : <Link href={page}>{words}</Link>;
};

/** The trail of earlier releases is one chain, whose entries have a number only. */
const numberOf = ({ chain, sequence }: AuditLine): string =>
  chain === 'main' ? String(sequence) : `${chain}.${sequence}`;

const columnsIn = (timeZone: string): Column<AuditLine>[] => [
  { label: 'When', numbers: true, cell: ({ at }) => <span className="nowrap">{formatDateTime(at, timeZone)}</span> },
  { label: 'Who', cell: ({ actorName }) => actorName },
  { label: 'What', cell: ({ words }) => words },
  { label: 'Record', cell: ({ subject }) => <Subject subject={subject} /> },
  { label: 'Number', numbers: true, cell: numberOf },
];

interface DayFilterProps {
  filters: AddressFilters;
  name: string;
  label: string;
}

const DayFilter = ({ filters, name, label }: DayFilterProps) => {
  const id = `filter-${name}`;
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        className="input"
        type="date"
        value={filters.get(name)}
        onChange={(event) => filters.set({ [name]: event.target.value })}
      />
    </Field>
  );
};

/** Who saw and did what, for administrators. Nothing in it can be changed, and it tells when somebody has tried. */
const Audit = () => {
  const { timeZone } = useService();
  const filters = useFilters();
  const chosen = filters.all(['q', 'action', 'actor', 'from', 'to']);
  const query = useQuery({
    ...auditQuery({ ...chosen, after: filters.get('after') }),
    placeholderData: keepPreviousData,
  });
  const actions = useQuery(auditActionsQuery).data ?? [];
  return (
    <>
      <Crumbs trail={[]} />
      <PageTitle>Audit trail</PageTitle>
      {query.data?.chain === 'broken' && (
        <Notice kind="danger" role="alert">
          <p>Entries were changed or removed. Tell the person responsible for data protection.</p>
        </Notice>
      )}
      {query.data?.chain === 'whole' && (
        <p>No entries were changed. Each entry holds the fingerprint of one before it, and all of them agree.</p>
      )}
      <div className="council-filters">
        <SearchBox help="A name, an email address, or the id of a record" filters={filters} />
        <FilterSelect
          filters={filters}
          name="action"
          label="What was done"
          all="Everything"
          options={actions.map(({ action, words }) => ({ value: action, label: words }))}
        />
        <DayFilter filters={filters} name="from" label="From" />
        <DayFilter filters={filters} name="to" label="To" />
        <CsvButton path="/api/audit.csv" filters={chosen} name="audit-trail.csv" />
      </div>
      <ListPage
        query={query}
        caption="Newest first"
        columns={columnsIn(timeZone)}
        rowKey={({ chain, sequence }) => `${chain} ${sequence}`}
        rowIs="line"
        empty="No entries match. Change the filters or dates."
      />
    </>
  );
};

export default Audit;
