import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { auditActionsQuery, auditQuery } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { Notice } from '../../../parts/Notice.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { auditColumns } from './audit-columns.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { CsvButton } from '../parts/CsvButton.tsx';
import { FilterDay } from '../parts/FilterDay.tsx';
import { useFilters } from '../parts/filters.ts';
import { Filters } from '../parts/Filters.tsx';
import { FilterSelect } from '../parts/FilterSelect.tsx';
import { ListPage } from '../parts/ListPage.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';

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
      <Filters>
        <SearchBox help="A name, an email address, or the id of a record" filters={filters} />
        <FilterSelect
          filters={filters}
          name="action"
          label="What was done"
          all="Everything"
          options={actions.map(({ action, words }) => ({ value: action, label: words }))}
        />
        <FilterDay filters={filters} name="from" label="From" />
        <FilterDay filters={filters} name="to" label="To" />
        <CsvButton path="/api/audit.csv" filters={chosen} name="audit-trail.csv" />
      </Filters>
      <ListPage
        query={query}
        caption="Newest first"
        columns={auditColumns(timeZone)}
        rowKey={({ chain, sequence }) => `${chain} ${sequence}`}
        rowIs="line"
        empty="No entries match. Change the filters or dates."
      />
    </>
  );
};

export default Audit;
