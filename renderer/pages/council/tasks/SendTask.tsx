import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Case } from '../../../../wire/case.ts';
import type { CatalogueVersion } from '../../../../wire/council.ts';
import { caseQuery, proposalQuery, versionsQuery } from '../../../api/council.ts';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { readyFormQuery } from '../../forms/ready-form.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { useFilters } from '../parts/filters.ts';
import { FilterSelect } from '../parts/FilterSelect.tsx';
import { SendForm } from './SendForm.tsx';
import { taskForms } from './task-forms.ts';

/** Everything that the chosen form needs before it can be sent. */
const Chosen = ({ found, version }: { found: Case; version: CatalogueVersion }) => {
  const queries = useQueryClient();
  const { form: id, version: number, hash, title } = version;
  const proposal = useQuery({ ...proposalQuery({ case: found.id, form: id }), refetchOnWindowFocus: false });
  const form = useQuery(readyFormQuery(queries, { id, version: number, hash, title }));
  return (
    <Loaded query={proposal} lines={6}>
      {(proposed) => (
        <Loaded query={form}>
          {(ready) => <SendForm key={hash} found={found} formId={id} form={ready} proposal={proposed} />}
        </Loaded>
      )}
    </Loaded>
  );
};

const Choosing = ({ found, versions }: { found: Case; versions: readonly CatalogueVersion[] }) => {
  const filters = useFilters();
  const chosen = versions.find(({ form, newest, kind }) => kind === 'task' && newest && form === filters.get('form'));
  return (
    <>
      <PageTitle step={`${found.subject.firstName} ${found.subject.lastName}, ${found.reference}`}>
        Send a form
      </PageTitle>
      <FilterSelect filters={filters} name="form" label="Form" all="Choose a form" options={taskForms(versions)} />
      {chosen && <Chosen found={found} version={chosen} />}
      {taskForms(versions).length === 0 && (
        <p>
          No form can be sent as a task yet. <Link href="/council/forms">See the catalogue of forms</Link>
        </p>
      )}
    </>
  );
};

/** Sends a form about a case to one or many. The form stands in the address. */
const SendTask = ({ caseId }: { caseId: string }) => {
  const found = useQuery({ ...caseQuery(caseId), refetchOnWindowFocus: false });
  const versions = useQuery(versionsQuery);
  return (
    <>
      <Crumbs
        trail={[
          { href: '/council/cases', label: 'Cases' },
          { href: `/council/cases/${caseId}`, label: 'Case' },
        ]}
      />
      <Loaded query={found} lines={8}>
        {(one) => <Loaded query={versions}>{(all) => <Choosing found={one} versions={all} />}</Loaded>}
      </Loaded>
    </>
  );
};

export default SendTask;
