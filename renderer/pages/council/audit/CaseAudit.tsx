import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { caseAuditQuery } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { useFilters } from '../parts/filters.ts';
import { ListPage } from '../parts/ListPage.tsx';
import { auditColumns } from './audit-columns.tsx';

/** Who saw and did what of one case, for the officers of its team. */
const CaseAudit = ({ id }: { id: string }) => {
  const { timeZone } = useService();
  const filters = useFilters();
  const query = useQuery({
    ...caseAuditQuery(id, { after: filters.get('after') }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Crumbs
        trail={[
          { href: '/council/cases', label: 'Cases' },
          { href: `/council/cases/${id}`, label: 'Case' },
        ]}
      />
      <PageTitle>Audit trail of the case</PageTitle>
      <ListPage
        query={query}
        caption="Newest first"
        columns={auditColumns(timeZone, true)}
        rowKey={({ chain, sequence }) => `${chain} ${sequence}`}
        rowIs="entry"
        empty="Nothing is noted of this case yet."
      />
    </>
  );
};

export default CaseAudit;
